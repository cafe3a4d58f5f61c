import { resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { isS3Address, readS3Place } from '../../serve/cache/stores/s3-place.ts';
import { FolderOriginals } from './folder-originals.ts';
import type { Originals } from './originals.ts';
import { S3Originals } from './s3-originals.ts';

/** Photographs are large, and no card waits for one. */
export const s3TimeoutMs = 30_000;

export interface OpenOriginalsOptions {
  /** Another service than AWS, or a stand-in for it. */
  readonly s3Endpoint?: string | undefined;
  /** Where a folder is looked for. @default the working folder */
  readonly from?: string;
}

/**
 * The place that a setting names: `./pictures` or `s3://bucket/prefix`. Nothing is touched yet.
 *
 * @throws {ConfigError} it begins as the address of a bucket and is none.
 */
export function openOriginals(
  setting: string,
  { s3Endpoint, from = '.' }: OpenOriginalsOptions = {},
): Originals {
  if (!isS3Address(setting)) return new FolderOriginals(resolve(from, setting));
  const place = readS3Place(setting);
  if (!place)
    throw new ConfigError(`"${setting}" names no bucket: expected a folder or "s3://bucket/prefix".`);
  return new S3Originals({ ...place, endpoint: s3Endpoint, timeoutMs: s3TimeoutMs });
}
