import { mkdirSync, lstatSync, mkdtempSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/**
 * Our folder below the system's temporary one, which strangers can write to:
 * a folder that is not ours alone is left untouched and a fresh one is made.
 */
export function openTemporaryFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  const user = process.getuid?.() ?? 'user';
  const path = join(parent, `cardstock-${user}`);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (isOursAlone(lstatSync(path))) return path;
  return mkdtempSync(`${path}-`);
}

function isOursAlone(stats: Stats): boolean {
  if (!stats.isDirectory()) return false;
  if (process.platform === 'win32') return true;
  return stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
}

/** A name that says which process it belongs to, so that a later one can tell what was left behind. */
export function ownedName(prefix: string): string {
  return `${prefix}-${process.pid}-${Math.random().toString(36).slice(2, 10)}`;
}

/** Removes what processes that no longer live left behind: half-inflated browsers, profiles, half-written images. */
export function sweep(folder: string): void {
  for (const name of leftovers(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The names of what they left. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const owner = /^(?:unpacking|profile|foreign|writing)-(\d+)-[a-z0-9]+$/.exec(name)?.[1];
    return owner !== undefined && !isAlive(Number(owner));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
