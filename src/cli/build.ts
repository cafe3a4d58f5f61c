import { InvalidParameterError } from '../errors.ts';
import { buildSite, type BuildSiteOptions } from '../project/build-site.ts';
import { type BuildMode, buildModes } from '../site/build/site-config.ts';
import { cacheFolderOf } from '../site/build/cache-folder.ts';
import type { BuildReport, PageNote } from '../site/build/report.ts';
import { undoSite } from '../site/build/undo-site.ts';
import { untilInterrupted } from './interrupt.ts';
import { Progress } from './progress.ts';
import { currentProject } from './project.ts';

export interface BuildCommandOptions extends Pick<
  BuildSiteOptions,
  'site' | 'overwrite' | 'dryRun' | 'preview'
> {
  mode?: string;
  keepDays?: string;
  undo?: boolean;
  json?: boolean;
}

/** Gives every page of a site its card, or takes them back; exits with 1 where something needs a look. */
export async function build(folder: string, options: BuildCommandOptions): Promise<void> {
  if (options.undo) return undo(folder, options);
  const progress = new Progress();
  const report = await untilInterrupted((signal) =>
    buildSite({
      ...options,
      folder,
      mode: readMode(options.mode),
      keepDays: readDays(options.keepDays),
      signal,
      onProgress: ({ done, pages, made }) => progress.show(done, pages, `${made} new`),
    }).finally(() => progress.end()),
  );
  if (!report) return;
  if (options.json) console.log(JSON.stringify(report, undefined, 2));
  else printReport(report);
  if (report.failures.length > 0 || report.warnings.length > 0) process.exitCode = 1;
}

function printReport(report: BuildReport): void {
  for (const diff of report.diffs) console.log(diff);
  printNotes('warning', report.warnings);
  printNotes('failed', report.failures);
  for (const [reason, paths] of Object.entries(report.skipped)) {
    console.log(`left alone, ${reasons[reason] ?? reason}: ${paths.length}${namesOf(paths)}`);
  }
  const old = report.removed > 0 ? `, ${report.removed} old ones removed` : '';
  console.log(
    `${report.pages} pages: ${report.withCard} with a card, ${report.changed.length} changed; ` +
      `images: ${report.made} made, ${report.reused} reused${old}`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  'own-image': 'with an image of their own (--overwrite replaces it)',
  'no-route': 'for no route matches',
  'not-html': 'for they are no pages',
  'too-large': 'for they have more than 10 MB',
  noindex: 'for they say noindex',
  redirect: 'for they redirect',
};

function printNotes(kind: string, notes: readonly PageNote[]): void {
  for (const { path, message } of notes) console.log(`${kind}: ${path}: ${message}`);
}

/** A few names say more than a number; a thousand say less. */
function namesOf(paths: readonly string[]): string {
  return paths.length <= 5 ? ` (${paths.join(', ')})` : '';
}

async function undo(folder: string, { json }: BuildCommandOptions): Promise<void> {
  const report = await undoSite(folder, cacheFolderOf((await currentProject()).folder, folder));
  if (json) return console.log(JSON.stringify(report, undefined, 2));
  printNotes('failed', report.failures);
  console.log(
    `${report.pages} pages: ${report.restored.length} restored, ${report.removedImages} images removed`,
  );
  if (report.failures.length > 0) process.exitCode = 1;
}

function readMode(mode: string | undefined): BuildMode | undefined {
  if (mode === undefined || buildModes.includes(mode as BuildMode)) return mode as BuildMode | undefined;
  throw new InvalidParameterError('mode', `unknown value "${mode}"`, buildModes);
}

function readDays(days: string | undefined): number | undefined {
  if (days === undefined || /^\d{1,5}$/.test(days)) return days === undefined ? undefined : Number(days);
  throw new InvalidParameterError('keep-days', `"${days}" is no number of days`, ['0', '30', '365']);
}
