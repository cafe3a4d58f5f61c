import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, sep, win32 } from 'node:path';
import { ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import { limitsForOwners } from './limits.ts';

/**
 * The bytes of a file below the root folder, which is also where every link on the way to it
 * must end.
 *
 * @throws {ImageNotAllowedError} the path leads elsewhere, or is not one that stays below.
 * @throws {ImageUnavailableError} there is no such file, or it is none, or too large.
 */
export async function readLocalImage(path: string, rootFolder: string): Promise<Buffer> {
  try {
    return await readRegularFile(await resolveBelow(path, rootFolder));
  } catch (error) {
    if (error instanceof ImageNotAllowedError || error instanceof ImageUnavailableError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ImageUnavailableError(
      isMissing ? 'there is no such file' : 'its file could not be read',
      error,
    );
  }
}

/** Whether a path is that of a file below the root folder. */
export async function isLocalImage(path: string, rootFolder: string): Promise<boolean> {
  try {
    return (await stat(await resolveBelow(path, rootFolder))).isFile();
  } catch {
    return false;
  }
}

async function resolveBelow(path: string, rootFolder: string): Promise<string> {
  if (!isBelow(path)) throw new ImageNotAllowedError('its path may lead out of the root folder');
  const root = await realpath(rootFolder);
  const file = await realpath(join(root, path));
  if (isBelow(relative(root, file))) return file;
  throw new ImageNotAllowedError('its path leads out of the root folder');
}

/** Whether a path stays below where it starts, on any system and at each of its steps. */
function isBelow(path: string): boolean {
  if (path === '' || /[\p{Cc}]/u.test(path) || (sep === '/' && path.includes('\\'))) return false;
  if (posix.isAbsolute(path) || win32.isAbsolute(path) || /^[a-z]:/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}

async function readRegularFile(path: string): Promise<Buffer> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants; // without O_NONBLOCK a pipe would never open
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new ImageUnavailableError('its path is no file');
    const { maxBytes } = limitsForOwners;
    if (stats.size > maxBytes) throw new ImageUnavailableError(`it has more than ${maxBytes} bytes`);
    const bytes = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(bytes);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
