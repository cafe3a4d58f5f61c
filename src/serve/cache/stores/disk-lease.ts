import { createHash } from 'node:crypto';
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Release, StoreKey } from './store.ts';

const prefix = 'lease-';
/** After so long nobody can mean it any more. */
const forgottenMs = 3_600_000;

/**
 * An empty folder, which is made and removed in one step each, and by one process alone. One
 * that is older than a lease was left by a process that died, and is removed; two who do that
 * at once may both go on, which costs a render.
 */
export async function claimLease(folder: string, key: StoreKey, forMs: number): Promise<Release | undefined> {
  const name = createHash('sha256').update(key).digest('base64url').slice(0, 22);
  const lease = join(folder, prefix + name);
  const release = () => remove(lease);
  if (await make(lease)) return release;
  if ((await madeAt(lease)) + forMs > Date.now()) return undefined;
  await release();
  return (await make(lease)) ? release : undefined;
}

/** Removes what processes that died left behind, and nobody asked for again. */
export async function sweepLeases(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  for (const lease of names.map((name) => join(folder, name))) {
    if ((await madeAt(lease)) + forgottenMs < Date.now()) await remove(lease);
  }
}

async function make(lease: string): Promise<boolean> {
  return mkdir(lease, { mode: 0o700 }).then(() => true, unless('EEXIST', false));
}

/** No complaint where there is nothing, as one that was late is removed by others. */
async function remove(lease: string): Promise<void> {
  return rmdir(lease).catch(unless('ENOENT', undefined));
}

/** In milliseconds since 1970; one that is gone meanwhile is over. */
async function madeAt(lease: string): Promise<number> {
  return stat(lease).then(({ mtimeMs }) => mtimeMs, unless('ENOENT', -Infinity));
}

function unless<Value>(code: string, value: Value): (error: unknown) => Value {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === code) return value;
    throw error;
  };
}
