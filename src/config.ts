import { type CameraSettings, cameraSettings } from './camera/settings.ts';
import { type CardSettings, cardSettings } from './card/settings.ts';
import { ConfigError } from './errors.ts';
import { type CacheSettings, cacheSettings } from './serve/cache/settings.ts';
import { type CloudinarySettings, cloudinarySettings } from './serve/cloudinary/settings.ts';
import { type OperateSettings, operateSettings } from './serve/operate/settings.ts';
import { checkAdminSettings } from './pictures/admin/settings.ts';
import { type PictureSettings, pictureSettings } from './pictures/settings.ts';
import { type ServeSettings, serveSettings } from './serve/settings.ts';
import { type Deployment, readDeployment } from './system/settings/deployment.ts';
import { type Environment, readSettings } from './system/settings/setting.ts';

/** Every setting of every room, in the order of the README. A room takes the part that is its own. */
export const settings = {
  ...serveSettings,
  ...cardSettings,
  ...cloudinarySettings,
  ...cacheSettings,
  ...cameraSettings,
  ...operateSettings,
  ...pictureSettings,
};

export interface Config
  extends
    ServeSettings,
    CardSettings,
    CloudinarySettings,
    CacheSettings,
    CameraSettings,
    OperateSettings,
    PictureSettings,
    Deployment {}

/**
 * Defaults, then the environment, validated and frozen. The one place that reads the environment.
 *
 * @throws {ConfigError} a variable has an invalid value, or production has no secret; the
 * message names the variable and the way out.
 */
export function readConfig(environment: Environment = process.env, overrides: Partial<Config> = {}): Config {
  const config: Config = {
    ...readSettings(settings, environment),
    ...readDeployment(environment),
    ...overrides,
  };
  checkTogether(config);
  return Object.freeze(config);
}

/** What is valid alone and wrong together. */
function checkTogether(config: Config): void {
  if (config.production && config.secrets.length === 0 && !config.allowUnsigned) {
    throw new ConfigError(
      'OG_SECRETS is not set, so anyone could have anything rendered: set it to what "cardstock secret" prints, ' +
        'or OG_ALLOW_UNSIGNED=true to allow that.',
    );
  }
  if (config.cloudinary && !config.siteUrl) {
    throw new ConfigError('OG_SITE_URL is not set: Cloudinary must be told where the cards are made.');
  }
  checkAdminSettings(config);
}
