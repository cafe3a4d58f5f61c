import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file's bytes, up to so many. A folder, a pipe or a device in its place is an error. */
export async function readFileUpTo(
  path: string,
  maxBytes: number,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  const { O_RDONLY, O_NONBLOCK } = constants; // without O_NONBLOCK a pipe would never open
  const file = await open(path, O_RDONLY | O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('it is no file');
    const bytes = Buffer.alloc(Math.min(stats.size, maxBytes));
    const { bytesRead } = await file.read(bytes);
    return { bytes: bytes.subarray(0, bytesRead), isCut: stats.size > maxBytes };
  } finally {
    await file.close();
  }
}

/** Where a path below a folder leads, if that is below the folder too. */
export async function pathBelow(folder: string, path: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : undefined;
  } catch {
    return undefined; // there is nothing
  }
}
