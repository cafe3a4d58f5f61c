import { resolve } from 'node:path';
import sharp from 'sharp';
import { readConfig } from '../config.ts';
import { ConfigError, InvalidParameterError, TargetError } from '../errors.ts';
import { importPictures } from '../pictures/import/import-pictures.ts';
import { openSource } from '../pictures/import/open-source.ts';
import type { ImportEntry, ImportSummary } from '../pictures/import/outcome.ts';
import { openOriginals } from '../pictures/originals/open-originals.ts';
import { checkPicturePath } from '../pictures/path.ts';
import { type PictureType, pictureTypes } from '../pictures/verify/kinds.ts';
import { projectEnvironment } from '../project/assemble.ts';
import { importNames, importSourceOf } from '../project/sources.ts';
import { LineFile } from '../system/line-file.ts';
import { nearestTo, unknownValue } from '../system/nearest.ts';
import { ImportProgress } from './import-progress.ts';
import { importSummary } from './import-summary.ts';
import { untilInterrupted } from './interrupt.ts';
import { currentProject, servesNobody } from './project.ts';

export interface ImportCommandOptions {
  prefix?: string;
  overwrite?: boolean;
  rename?: boolean;
  types?: string;
  concurrency?: string;
  dryRun?: boolean;
  log?: string;
  json?: boolean;
}

/** So many are told one by one; a log has all. */
const mostTold = 10;

/** Copies what pictures there are at a source; exits with 1 where one could not be. */
export async function importFrom(name: string, options: ImportCommandOptions): Promise<void> {
  const { overwrite = false, rename = false, dryRun = false } = options;
  const wishes = { overwrite, rename, dryRun, ...readOptions(options) };
  const place = await openBoth(name, options);
  sharp.concurrency(1); // two pictures are decoded at a time, and each thread keeps memory of its own
  const log = options.log === undefined ? undefined : await LineFile.open(resolve(options.log));
  const problems: ImportEntry[] = [];
  const summary = await untilInterrupted((signal) => {
    const progress = new ImportProgress(place.source, signal);
    return importPictures({
      ...place,
      ...wishes,
      signal,
      async onEntry(entry) {
        progress.add(entry);
        const isProblem = entry.outcome === 'failed' || entry.outcome === 'refused';
        if (isProblem && problems.length < mostTold) problems.push(entry);
        await log?.append({ at: new Date().toISOString(), ...entry });
      },
    }).finally(() => progress.end());
  }).finally(() => log?.close());
  if (!summary) return;
  const told = { summary, problems, into: place.originals.description, log: options.log };
  console.log(options.json ? JSON.stringify(summary, undefined, 2) : importSummary(told).join('\n'));
  process.exitCode = exitCodeOf(summary);
}

function exitCodeOf({ failed, refused }: ImportSummary): number {
  return failed + refused > 0 ? 1 : 0;
}

/** Where they are from, and where they go. */
async function openBoth(name: string, { prefix: wished }: ImportCommandOptions) {
  const { folder, config } = await currentProject();
  const { pictures, s3Endpoint } = readConfig(projectEnvironment(config), servesNobody);
  if (pictures === undefined) {
    throw new ConfigError(
      'OG_PICTURES is not set: it says where pictures lie, a folder or s3://bucket/prefix.',
    );
  }
  const named = importSourceOf(config, name);
  const prefix = readPrefix(wished ?? named?.prefix);
  const from = named ? fromFolder(named.from, folder) : name;
  const source = await openSource(from, { pictures, prefix, s3Endpoint }).catch((error: unknown) => {
    throw error instanceof TargetError && !named ? withNames(error, name, importNames(config)) : error;
  });
  return { source, originals: openOriginals(pictures, { s3Endpoint }), prefix };
}

/** A path in a config starts where the config lies. */
function fromFolder(from: string, folder: string): string {
  return /^(?:s3|https?):/i.test(from) ? from : resolve(folder, from);
}

function withNames(error: TargetError, name: string, names: readonly string[]): TargetError {
  const near = nearestTo(name, names);
  if (near === undefined) return error;
  return new TargetError(
    name,
    `is no folder, list or bucket. Did you mean the source "${near}" of the config?`,
  );
}

function readPrefix(prefix: string | undefined): string {
  const folder = prefix?.replace(/\/+$/, '') ?? '';
  if (folder === '') return '';
  checkPicturePath(folder, 'prefix');
  return `${folder}/`;
}

function readOptions({ types, concurrency = '8' }: ImportCommandOptions) {
  if (!/^[1-9]\d?$/.test(concurrency)) {
    throw new InvalidParameterError('concurrency', `"${concurrency}" is no number from 1 to 99`, ['8']);
  }
  return { concurrency: Number(concurrency), ...(types !== undefined && { types: readTypes(types) }) };
}

function readTypes(list: string): PictureType[] {
  return list.split(',').map((word) => {
    const name = word.trim().toLowerCase().replace(/^jpg$/, 'jpeg');
    const type = pictureTypes.find((each) => each === name);
    if (!type) throw unknownValue('types', word, pictureTypes);
    return type;
  });
}
