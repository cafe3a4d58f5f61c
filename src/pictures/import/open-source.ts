import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isAbsolute, posix, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { TargetError } from '../../errors.ts';
import { isS3Address, readS3Place } from '../../serve/cache/stores/s3-place.ts';
import { posixPath } from '../../system/posix-path.ts';
import { pictureTypeOf } from '../verify/kinds.ts';
import { FolderSource } from './folder-source.ts';
import { ListSource } from './list-source.ts';
import { S3Source } from './s3-source.ts';
import type { ImportSource } from './source.ts';

export interface OpenSourceOptions {
  /** Where the pictures go, as `OG_PICTURES` has it: no source, even where it lies in one. */
  readonly pictures: string;
  /** What their paths begin with there. */
  readonly prefix: string;
  /** Another service than AWS, or a stand-in for it. */
  readonly s3Endpoint?: string | undefined;
  /** What `-` means. @default what comes through a pipe */
  readonly input?: Readable;
}

/** Photographs are large, and nobody waits for one. */
const s3TimeoutMs = 60_000;
const headBytes = 12;

/**
 * What is imported from: a folder, a bucket (`s3://bucket/folder`, or `s3://bucket/start*`), one
 * address, a file with an address in each line, or `-` for what comes through a pipe.
 *
 * @throws {TargetError} it is none of these, or the place that the pictures go to.
 */
export async function openSource(source: string, options: OpenSourceOptions): Promise<ImportSource> {
  if (isS3Address(source)) return openBucket(source, options);
  if (/^https?:/i.test(source)) {
    return new ListSource({ description: source, open: () => Readable.from([source]), isFile: true });
  }
  if (source === '-') {
    const { input = process.stdin } = options;
    return new ListSource({ description: 'a list of addresses', open: () => input, isFile: false });
  }
  const stats = await stat(source).catch(() => undefined);
  if (stats?.isDirectory()) return openFolder(source, options);
  if (!stats?.isFile())
    throw new TargetError(source, 'is no folder, no list of addresses and no s3://bucket/folder');
  if (await isPicture(source)) throw new TargetError(source, 'is a picture: name the folder that it lies in');
  const description = `the addresses in ${source}`;
  return new ListSource({ description, open: () => createReadStream(source), isFile: true });
}

function openBucket(source: string, { pictures, prefix: into, s3Endpoint }: OpenSourceOptions): S3Source {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s.exec(source) ?? [];
  if (!bucket) throw new TargetError(source, 'names no bucket: expected s3://bucket/folder');
  const prefix = path.endsWith('*') ? path.slice(0, -1) : path.replace(/(?<=[^/])$/, '/');
  const place = isS3Address(pictures) ? readS3Place(pictures) : undefined;
  const root = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const without = place?.bucket === bucket ? below(root, place.prefix + into) : undefined;
  if (without === '') throw new TargetError(source, 'is where the pictures go');
  return new S3Source({ bucket, prefix, without, endpoint: s3Endpoint, timeoutMs: s3TimeoutMs });
}

function openFolder(source: string, { pictures, prefix: into }: OpenSourceOptions): FolderSource {
  const folder = resolve(source);
  if (isS3Address(pictures)) return new FolderSource({ folder });
  const way = relative(folder, resolve(pictures, into));
  const isBelow =
    !isAbsolute(way) && way !== '..' && !way.startsWith(`..${posix.sep}`) && !/^\.\.\\/.test(way);
  if (isBelow && way === '') throw new TargetError(source, 'is where the pictures go');
  return new FolderSource({ folder, without: isBelow ? `${posixPath(way)}/` : undefined });
}

/** The way from a path to one below it; both end in a slash, or are empty. */
function below(root: string, path: string): string | undefined {
  return path.startsWith(root) ? path.slice(root.length) : undefined;
}

async function isPicture(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return pictureTypeOf(buffer.subarray(0, bytesRead)) !== undefined;
  } finally {
    await file.close();
  }
}
