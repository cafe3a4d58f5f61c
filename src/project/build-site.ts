import { Cardstock } from '../cardstock.ts';
import { stat } from 'node:fs/promises';
import { ConfigError, StoreFailedError, TargetError } from '../errors.ts';
import { projectEnvironment, siteOf } from './assemble.ts';
import { loadProject } from './load-project.ts';
import { resolve } from 'node:path';
import { cacheFolderOf } from '../site/build/cache-folder.ts';
import type { AddressHabit } from '../site/survey/address-habit.ts';
import type { BuildReport } from '../site/build/report.ts';
import { type BuildProgress, SiteBuild } from '../site/build/site-build.ts';
import type { BuildMode, Overwrite } from '../site/build/site-config.ts';
import type { Shard } from '../site/build/shard.ts';
import { type OptionNames, siteAddress } from '../site/build/site-address.ts';
import type { StorePlace } from '../serve/cache/settings.ts';
import { isS3Address } from '../serve/cache/stores/s3-place.ts';

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
  /** Where images are looked for before they are made, and put: `s3://bucket/prefix`, or `disk`. @default CARDSTOCK_STORE where that is a bucket */
  readonly store?: StorePlace | undefined;
  /** Make the images of this part of the pages, into the store, and write nothing else. */
  readonly shard?: Shard | undefined;
  /** Write the site of images that shards have made; what they have not is made now. @default false */
  readonly merge?: boolean | undefined;
  /** Which images of the pages' own make way for cards. @default 'shared' */
  readonly overwrite?: Overwrite | undefined;
  /** Say what would be done, and do nothing. @default false */
  readonly dryRun?: boolean | undefined;
  /** How long images stay that no page names any more, for shares that still do. @default 30 */
  readonly keepDays?: number | undefined;
  /** The build is for nobody but its makers: any address will do. @default what Netlify and Vercel say */
  readonly preview?: boolean | undefined;
  /** How its options are written, where one of them is asked for. @default as those of a plugin */
  readonly naming?: OptionNames | undefined;
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
  if (!(await isFolder(options.folder)))
    throw new TargetError(options.folder, 'is no folder that can be read');
  const project = await loadProject(options.projectFolder ?? process.cwd());
  const environment = projectEnvironment(project.config);
  const site = siteAddress(
    options.site ?? siteOf(project.config),
    environment,
    options.preview,
    options.basePath,
    options.naming,
  );
  const folder = resolve(options.folder);
  const cardstock = new Cardstock({
    templates: project.templates,
    environment: { ...environment, OG_SITE_URL: site.origin },
    config: { allowUnsigned: true, imageFolder: folder, ...(options.store && { store: options.store }) },
  });
  try {
    checkMode(options.mode, cardstock);
    const isSharing = options.store !== undefined || isS3Address(cardstock.config.store);
    if (options.shard || options.merge) await checkStore(isSharing, cardstock);
    const build = new SiteBuild({
      ...options,
      folder,
      site,
      mode: options.mode ?? 'static',
      overwrite: options.overwrite ?? 'shared',
      isSharing,
      cacheFolder: options.cacheFolder ?? cacheFolderOf(project.folder, folder),
      cardstock,
      config: project.config,
    });
    return await build.run();
  } finally {
    await cardstock.close();
  }
}

/** Before anything else is asked for. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Without it a shard would make images for nobody, and a merge the images of all. */
async function checkStore(isSharing: boolean, { config, probes }: Cardstock): Promise<void> {
  if (!isSharing || config.store === 'none') {
    throw new ConfigError('Shards meet in a store: --store s3://bucket/prefix, or --store disk.');
  }
  await probes.store?.().catch((error: unknown) => {
    if (error instanceof ConfigError) throw error;
    throw new StoreFailedError(error);
  });
}

function checkMode(mode: BuildMode | undefined, { config }: Cardstock): void {
  if (mode === 'cloudinary' && !config.cloudinary) {
    throw new ConfigError('CLOUDINARY_URL is not set: there is no account that could deliver the cards.');
  }
  if (mode && mode !== 'static' && config.secrets.length === 0) {
    throw new ConfigError('OG_SECRETS is not set: the functions would refuse these cards. Set it to theirs.');
  }
}
