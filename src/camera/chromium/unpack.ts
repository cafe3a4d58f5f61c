import { createReadStream, existsSync, lstatSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ownedName } from '../../system/temporary-folder.ts';

/**
 * Makes sure that `folder` exists and is whole.
 *
 * It is filled under another name and renamed when whole, so a reader, a second
 * process or a kill in the middle never meets half of it. What lies there without
 * our stamp is somebody else's, and is replaced.
 *
 * @param witness A file inside, whose size the stamp records.
 */
export async function unpackOnce(
  folder: string,
  witness: string,
  fill: (draft: string) => Promise<unknown>,
): Promise<string> {
  if (isWhole(folder, witness)) return folder;
  const draft = join(dirname(folder), ownedName('unpacking'));
  await mkdir(draft, { mode: 0o700 });
  try {
    await fill(draft);
    await writeFile(join(draft, stamp), String((await stat(join(draft, witness))).size));
    await moveIntoPlace(draft, folder, witness);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

const stamp = 'whole';

function isWhole(folder: string, witness: string): boolean {
  const stampFile = join(folder, stamp);
  const witnessFile = join(folder, witness);
  if (!existsSync(stampFile) || !existsSync(witnessFile)) return false;
  const stats = lstatSync(witnessFile);
  return stats.isFile() && String(stats.size) === readFileSync(stampFile, 'utf8');
}

async function moveIntoPlace(draft: string, folder: string, witness: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    if (isWhole(folder, witness)) return; // another process was faster
    const foreign = join(dirname(folder), ownedName('foreign'));
    await rename(folder, foreign);
    await rename(draft, folder);
    await rm(foreign, { recursive: true, force: true });
  }
}

export function unbrotli(archive: string, target: NodeJS.WritableStream): Promise<void> {
  return pipeline(
    createReadStream(archive, { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }), // the default of 16 KB costs a third more
    target,
  );
}
