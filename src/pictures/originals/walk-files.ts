import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { problemOfPicturePath } from '../path.ts';
import type { ListedOriginal, ListOptions } from './originals.ts';

/**
 * The pictures below a folder, in the order in which S3 lists: a folder comes where its name with
 * its slash does. One folder at a time is read; links are not followed.
 *
 * @param takes Whether a file or a folder of this path is looked at. @default what may be a picture's
 */
export async function* walkFiles(
  root: string,
  { prefix = '', after = '' }: ListOptions = {},
  takes: (path: string) => boolean = mayBePicture,
): AsyncIterable<ListedOriginal> {
  function mayHold(folder: string): boolean {
    const hasPrefix = folder.startsWith(prefix) || prefix.startsWith(folder);
    return hasPrefix && (after.startsWith(folder) || isAfter(folder, after));
  }

  async function* below(folder: string): AsyncIterable<ListedOriginal> {
    for (const path of await pathsIn(root, folder, takes)) {
      if (path.endsWith('/')) {
        if (mayHold(path)) yield* below(path);
      } else if (path.startsWith(prefix) && isAfter(path, after)) {
        const stats = await lstat(join(root, path)).catch(() => undefined); // it may be gone
        if (stats?.isFile()) yield { path, byteLength: stats.size, modifiedAtMs: Math.trunc(stats.mtimeMs) };
      }
    }
  }

  yield* below('');
}

/** Those of folders end in a slash. */
async function pathsIn(root: string, folder: string, takes: (path: string) => boolean): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(ignoreAbsent);
  const paths = entries.filter((entry) => entry.isFile() || entry.isDirectory());
  return paths
    .filter(({ name }) => takes(folder + name))
    .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function mayBePicture(path: string): boolean {
  return problemOfPicturePath(path) === undefined;
}

/** In the order of their bytes. */
export function isAfter(path: string, other: string): boolean {
  return Buffer.compare(Buffer.from(path), Buffer.from(other)) > 0;
}

function ignoreAbsent(error: unknown): Dirent[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}
