import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Release, StoreKey } from './store.ts';

const prefix = 'lease-';
/** Of a lease that does not say, as it is for a moment after it was made. */
const unsaidMs = 60_000;
/** After so long nobody can mean it any more. */
const forgottenMs = 3_600_000;

/**
 * A file that nobody else can make while it is there. One whose time is over was left by a
 * process that died, and is removed; two who do that at once may both go on, which costs a render.
 */
export async function claimLease(folder: string, key: StoreKey, forMs: number): Promise<Release | undefined> {
  const name = createHash('sha256').update(key).digest('base64url').slice(0, 22);
  const file = join(folder, prefix + name);
  const release = () => rm(file, { force: true });
  if (await make(file, forMs)) return release;
  if ((await endOf(file)) > Date.now()) return undefined;
  await release();
  return (await make(file, forMs)) ? release : undefined;
}

/** Removes what processes that died left behind, and nobody asked for again. */
export async function sweepLeases(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  for (const file of names.map((name) => join(folder, name))) {
    if ((await endOf(file)) < Date.now() - forgottenMs) await rm(file, { force: true });
  }
}

async function make(file: string, forMs: number): Promise<boolean> {
  try {
    await writeFile(file, String(Date.now() + forMs), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    await rm(file, { force: true }); // a full disk has room for its name
    throw error;
  }
}

/** In milliseconds since 1970; one that is gone meanwhile is over. */
async function endOf(file: string): Promise<number> {
  try {
    const said = Number(await readFile(file, 'utf8'));
    return said || (await stat(file)).mtimeMs + unsaidMs;
  } catch {
    return -Infinity;
  }
}
