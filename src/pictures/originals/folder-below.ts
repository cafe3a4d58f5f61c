import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { ImageNotAllowedError } from '../../errors.ts';

/**
 * Where a folder below `root` really is, made where there is none. No link on the way leads out
 * of `root`, and nothing is made where one does.
 *
 * @param path Relative, and `.` for the root itself.
 * @throws {ImageNotAllowedError} a link leads out.
 */
export async function folderBelow(root: string, path: string): Promise<string> {
  await mkdir(root, { recursive: true });
  const top = await realpath(root);
  return make(top, join(top, path));
}

/** The same where there is one. */
export async function existingFolderBelow(root: string, path: string): Promise<string> {
  const top = await realpath(root);
  return checked(top, await realpath(join(top, path)));
}

async function make(top: string, folder: string): Promise<string> {
  const found = await realpath(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (found !== undefined) return checked(top, found);
  const made = join(await make(top, dirname(folder)), basename(folder));
  await mkdir(made).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another one made it meanwhile
  });
  return checked(top, await realpath(made));
}

function checked(top: string, folder: string): string {
  const path = relative(top, folder);
  if (path !== '..' && !/^\.\.[/\\]/.test(path) && !isAbsolute(path)) return folder;
  throw new ImageNotAllowedError('its path leads out of the folder of pictures');
}
