import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file under another name and renames it: a kill leaves the old file or the new one,
 * and never half of one. A page keeps its permissions.
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await replace(path, (draft) => writeFile(draft, bytes));
}

/** The same for a copy. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await replace(to, (draft) => copyFile(from, draft));
}

/** What a kill may leave behind; the next run sweeps it up. */
export const draftName = /^\.cardstock-[\da-f]{12}-/;

/** Whatever `write` puts into a draft takes the place of the file. */
export async function replace(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  await replaceOnce(path, write).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // There is no folder yet; or another run took the draft for one that a killed run had left.
    await mkdir(dirname(path), { recursive: true });
    await replaceOnce(path, write);
  });
}

async function replaceOnce(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(
    dirname(path),
    `.cardstock-${randomBytes(6).toString('hex')}-${basename(path)}`.slice(0, 255),
  );
  try {
    const mode = await stat(path).then(
      (stats) => stats.mode,
      () => undefined,
    );
    await write(draft);
    if (mode !== undefined) await chmod(draft, mode & 0o7777);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
