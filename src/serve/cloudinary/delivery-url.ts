import type { Card } from '../../card/resolve.ts';
import { fileExtensions, type ImageFormat } from '../../card/variants.ts';
import { ConfigError } from '../../errors.ts';
import type { ServeSettings } from '../settings.ts';
import { onSite, sealedPath } from '../url/sealed-url.ts';
import type { SigningOptions } from '../url/signed-url.ts';
import { loadSdk } from './sdk.ts';
import type { CloudinaryAccount } from './read-account.ts';
import type { CloudinarySettings } from './settings.ts';

/**
 * The URL of a card at Cloudinary. Its source is sealed as strict: Cloudinary keeps a picture
 * for good, and would keep a fallback picture as well.
 *
 * @throws {ConfigError} no account is configured, or nobody said where the site lives.
 */
export async function cloudinaryUrl(
  card: Card,
  config: CloudinarySettings & Pick<ServeSettings, 'secrets' | 'siteUrl' | 'paths' | 'basePath'>,
  options: SigningOptions = {},
): Promise<string> {
  if (!config.cloudinary)
    throw new ConfigError('CLOUDINARY_URL is not set: there is no account to deliver from.');
  const source = onSite(sealedPath(card, config, { ...options, strict: true }), config);
  return deliveryUrl(source, card.format, config.cloudinary, config);
}

/**
 * The signed URL at which Cloudinary serves a card, and has it made at `source` the first time.
 *
 * `remote`: the one-pixel carrier, replaced by what the remote function at `source` answers.
 * `fetch`: the picture at `source`, kept. Either way `source` must be plain ASCII without
 * escapes, which the SDK would double: a sealed URL is.
 */
export async function deliveryUrl(
  source: string,
  format: ImageFormat,
  account: CloudinaryAccount,
  settings: Omit<CloudinarySettings, 'cloudinary'>,
): Promise<string> {
  const sdk = await loadSdk();
  const shared = { secure: true, ...account, sign_url: true, urlAnalytics: false };
  if (settings.cloudinaryDelivery === 'fetch') {
    return sdk.url(source, { ...shared, type: 'fetch', version: settings.cloudinaryVersion });
  }
  return sdk.url(settings.cloudinaryCarrier, {
    ...shared,
    type: 'upload',
    version: settings.cloudinaryVersion,
    format: fileExtensions[format],
    custom_pre_function: { function_type: 'remote', source },
  });
}
