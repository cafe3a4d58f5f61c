import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { InvalidParameterError } from '../errors.ts';
import { buildSite, type BuildSiteOptions } from '../project/build-site.ts';
import { initFromSite, refuseSecond } from '../project/init/init-from-site.ts';
import { type BuildMode, buildModes, type Overwrite, overwrites } from '../site/build/site-config.ts';
import { unknownValue } from '../system/nearest.ts';
import { oneLine } from '../system/one-line.ts';
import { optionNames } from '../site/build/site-address.ts';
import { cacheFolderOf } from '../site/build/cache-folder.ts';
import type { BuildReport, PageNote } from '../site/build/report.ts';
import { readShard, type Shard } from '../site/build/shard.ts';
import { type StorePlace, storePlace } from '../serve/cache/settings.ts';
import { writeSiteSheet } from '../studio/site-sheet/site-sheet.tsx';
import { plural } from '../system/plural.ts';
import { type BuildRun, summaryOf } from './build-summary.ts';
import { untilInterrupted } from './interrupt.ts';
import { openInBrowser } from './open-in-browser.ts';
import { Progress } from './progress.ts';
import { currentProject } from './project.ts';
import { paint } from './terminal.ts';

export interface BuildCommandOptions extends Pick<BuildSiteOptions, 'site' | 'dryRun' | 'preview'> {
  /** `true` where no word follows it. */
  overwrite?: string | true;
  keepImages?: boolean;
  strict?: boolean;
  mode?: string;
  store?: string;
  shard?: string;
  merge?: boolean;
  keepDays?: string;
  sheet?: boolean;
  /** The sheet, in a browser. */
  open?: boolean;
  init?: boolean;
  undo?: boolean;
  json?: boolean;
}

/** Gives every page of a site its card, or takes them back; exits with 1 where something failed or, if it shall be strict, needs a look. */
export async function build(folder: string, options: BuildCommandOptions): Promise<void> {
  const { site, dryRun = false } = options;
  const shard = readShardOf(options);
  if (options.undo) return undo(folder, options);
  if (options.init) refuseSecond(await currentProject());
  warnOfFolder(folder);
  const startedMs = performance.now();
  const progress = new Progress();
  const report = await untilInterrupted((signal) =>
    buildSite({
      ...options,
      folder,
      naming: optionNames.command,
      mode: readMode(options.mode),
      store: readStore(options.store),
      shard,
      overwrite: readOverwrite(options),
      keepDays: readDays(options.keepDays),
      signal,
      onProgress: ({ done, pages, made }) => progress.show(done, pages, `${made} new`),
    }).finally(() => progress.end()),
  );
  if (!report) return;
  const sheet = options.sheet || options.open ? await showSheet(folder, report) : undefined;
  const config = options.init ? await writeConfig(report) : undefined;
  if (options.json) console.log(JSON.stringify({ ...report, sheet, config }, undefined, 2));
  else printReport(report, { folder, isDry: dryRun, site, ms: performance.now() - startedMs });
  if (sheet && !options.json) console.log(`every card: ${sheet}`);
  if (sheet && options.open) openInBrowser(resolve(sheet));
  if (report.pages === 0)
    warn(`${oneLine(folder)} has no page: is it the folder of the built site? ${usual}`);
  if (config && !options.json) console.log(`wrote ${config}: correct it, and build again`);
  const isWeak = options.strict === true && report.warnings.length > 0;
  if (report.failures.length > 0 || isWeak) process.exitCode = 1;
}

/** Where all cards can be seen on one page, from the working folder. */
async function showSheet(folder: string, report: BuildReport): Promise<string> {
  const cacheFolder = cacheFolderOf((await currentProject()).folder, folder);
  const file = await writeSiteSheet(report, { siteFolder: resolve(folder), cacheFolder });
  return relative(process.cwd(), file);
}

async function writeConfig({ site }: BuildReport): Promise<string> {
  return relative(process.cwd(), await initFromSite(await currentProject(), site));
}

function printReport(report: BuildReport, run: BuildRun): void {
  for (const diff of report.diffs) console.log(diff);
  printFailures(report.failures);
  for (const line of summaryOf(report, run)) console.log(line);
}

/** What fails on many pages is mostly one thing, in their config. */
function printFailures(notes: readonly PageNote[]): void {
  for (const [message, same] of Map.groupBy(notes, (note) => note.message)) {
    const paths = same.map(({ path }) => path);
    const [first] = paths;
    const more = paths.length > 1 ? ` and ${plural(paths.length - 1, 'page')} more` : '';
    console.log(`${paint('red', '✗')} ${oneLine(`${first}${more}: ${message}`)}`);
  }
}

const usual = 'dist, build, out, public and _site are usual.';

/** Its pages are the sources of others, and a build writes into them. */
function warnOfFolder(folder: string): void {
  if (!existsSync(join(folder, 'package.json'))) return;
  warn(`${oneLine(folder)} has a package.json: is it the folder of the built site? ${usual}`);
}

function warn(text: string): void {
  console.warn(`${paint('yellow', '!', process.stderr)} ${text}`);
}

async function undo(folder: string, { json }: BuildCommandOptions): Promise<void> {
  const { undoSite } = await import('../site/build/undo-site.ts');
  const report = await undoSite(folder, cacheFolderOf((await currentProject()).folder, folder));
  if (json) return console.log(JSON.stringify(report, undefined, 2));
  printFailures(report.failures);
  const { pages, restored, removedImages: images } = report;
  console.log(`${plural(pages, 'page')}: ${restored.length} restored, ${plural(images, 'image')} removed`);
  if (report.failures.length > 0) process.exitCode = 1;
}

function readMode(mode: string | undefined): BuildMode | undefined {
  if (mode === undefined || buildModes.includes(mode as BuildMode)) return mode as BuildMode | undefined;
  throw unknownValue('mode', mode, buildModes);
}

function readStore(store: string | undefined): StorePlace | undefined {
  if (store === undefined) return undefined;
  const place = storePlace.safeParse(store);
  if (place.success) return place.data;
  throw new InvalidParameterError('store', `unknown value "${store}"`, ['s3://bucket/prefix', 'disk']);
}

/** Of a part of a site there is nothing to be seen, undone or found out. */
function readShardOf({ shard: text, ...others }: BuildCommandOptions): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = readShard(text);
  if (!shard) throw new InvalidParameterError('shard', `"${text}" is no part`, ['1/8', '8/8']);
  const extra = (['merge', 'undo', 'init', 'sheet', 'dryRun'] as const).find((name) => others[name]);
  if (extra) throw new InvalidParameterError('shard', `makes images and nothing else, so not with ${extra}`);
  return shard;
}

function readOverwrite({ overwrite, keepImages }: BuildCommandOptions): Overwrite | undefined {
  if (keepImages) return 'none';
  if (overwrite === true) return 'all';
  if (overwrite === undefined || overwrites.includes(overwrite as Overwrite))
    return overwrite as Overwrite | undefined;
  throw unknownValue('overwrite', overwrite, overwrites);
}

function readDays(days: string | undefined): number | undefined {
  if (days === undefined || /^\d{1,5}$/.test(days)) return days === undefined ? undefined : Number(days);
  throw new InvalidParameterError('keep-days', `"${days}" is no number of days`, ['0', '30', '365']);
}
