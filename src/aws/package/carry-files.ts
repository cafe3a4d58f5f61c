import { constants, copyFile, lstat, mkdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Copies files into a folder, each as far from the others as it was, links as links.
 * Tells the folder that they had in common, and how many bytes they are.
 */
export async function carryFiles(
  files: readonly string[],
  to: string,
): Promise<{ base: string; bytes: number }> {
  const base = commonFolder(files);
  let bytes = 0;
  for (const file of files) {
    const stats = await lstat(file);
    if (stats.isDirectory()) continue;
    const place = join(to, relative(base, file));
    await mkdir(dirname(place), { recursive: true });
    if (stats.isSymbolicLink()) await symlink(await readlink(file), place);
    else await copyFile(file, place, constants.COPYFILE_FICLONE);
    bytes += stats.size;
  }
  return { base, bytes };
}

function commonFolder(files: readonly string[]): string {
  return files.map(dirname).reduce((common, folder) => {
    let shared = common;
    while (folder !== shared && !folder.startsWith(shared.endsWith(sep) ? shared : shared + sep))
      shared = dirname(shared);
    return shared;
  });
}
