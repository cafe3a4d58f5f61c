import { Cardstock } from '../cardstock.ts';
import { ConfigError } from '../errors.ts';
import { projectEnvironment, siteOf } from './assemble.ts';
import { loadProject } from './load-project.ts';
import { resolve } from 'node:path';
import { cacheFolderOf } from '../site/build/cache-folder.ts';
import type { AddressHabit } from '../site/survey/address-habit.ts';
import type { BuildReport } from '../site/build/report.ts';
import { type BuildProgress, SiteBuild } from '../site/build/site-build.ts';
import type { BuildMode, Overwrite } from '../site/build/site-config.ts';
import { siteAddress } from '../site/build/site-address.ts';

export interface BuildSiteOptions {
  /** The built site. */
  readonly folder: string;
  /** Where it will live. @default `site` of the config, or what Netlify says */
  readonly site?: string | undefined;
  /** The path of its host that it lives below, where `site` has none: a tool's own word for it. */
  readonly basePath?: string | undefined;
  /** How it writes the addresses of its pages. @default as those pages do that name theirs */
  readonly addresses?: AddressHabit | undefined;
  /** Where its pages find their cards. @default 'static' */
  readonly mode?: BuildMode | undefined;
  /** Where `cardstock.config.ts` is looked for, and in the folders above. @default the working folder */
  readonly projectFolder?: string | undefined;
  /** What is remembered from run to run. @default `.cardstock` beside the config */
  readonly cacheFolder?: string | undefined;
  /** Which images of the pages' own make way for cards. @default 'shared' */
  readonly overwrite?: Overwrite | undefined;
  /** Say what would be done, and do nothing. @default false */
  readonly dryRun?: boolean | undefined;
  /** How long images stay that no page names any more, for shares that still do. @default 30 */
  readonly keepDays?: number | undefined;
  /** The build is for nobody but its makers: any address will do. @default what Netlify and Vercel say */
  readonly preview?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
}

/**
 * Gives every page of a built site its card and the tags that crawlers read.
 *
 * @throws {ConfigError} the config, the address or a setting is not valid; nothing was changed.
 * @throws the reason of `signal`; every page is as it was or done.
 */
export async function buildSite(options: BuildSiteOptions): Promise<BuildReport> {
  const project = await loadProject(options.projectFolder ?? process.cwd());
  const environment = projectEnvironment(project.config);
  const site = siteAddress(
    options.site ?? siteOf(project.config),
    environment,
    options.preview,
    options.basePath,
  );
  const folder = resolve(options.folder);
  const cardstock = new Cardstock({
    templates: project.templates,
    environment: { ...environment, OG_SITE_URL: site.origin },
    config: { allowUnsigned: true, imageFolder: folder },
  });
  try {
    checkMode(options.mode, cardstock);
    const build = new SiteBuild({
      ...options,
      folder,
      site,
      mode: options.mode ?? 'static',
      overwrite: options.overwrite ?? 'shared',
      cacheFolder: options.cacheFolder ?? cacheFolderOf(project.folder, folder),
      cardstock,
      config: project.config,
    });
    return await build.run();
  } finally {
    await cardstock.close();
  }
}

function checkMode(mode: BuildMode | undefined, { config }: Cardstock): void {
  if (mode === 'cloudinary' && !config.cloudinary) {
    throw new ConfigError('CLOUDINARY_URL is not set: there is no account that could deliver the cards.');
  }
  if (mode && mode !== 'static' && config.secrets.length === 0) {
    throw new ConfigError('OG_SECRETS is not set: the functions would refuse these cards. Set it to theirs.');
  }
}
