import { mkdirSync, lstatSync, mkdtempSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Our folder below the system's temporary one, which strangers can write to. What lies in its
 * place and is not ours alone is left untouched; then there is another one, which the next
 * process finds again: an unpacked browser has 203 MB.
 */
export function openTemporaryFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  const path = join(parent, `cardstock-${process.getuid?.() ?? 'user'}`);
  const others = otherFolders(path);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!isOursAlone(lstatSync(path))) return others[0] ?? mkdtempSync(`${path}-`);
  for (const folder of others) if (!isInUse(folder)) rmSync(folder, { recursive: true, force: true });
  return path;
}

/** Those that we made while a stranger's lay in the place of ours, in the order of their names. */
function otherFolders(path: string): string[] {
  const prefix = `${basename(path)}-`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(name.slice(prefix.length)))
    .map((name) => join(dirname(path), name))
    .filter((folder) => isOursAlone(lstatSync(folder, { throwIfNoEntry: false })))
    .toSorted();
}

function isInUse(folder: string): boolean {
  return readdirSync(folder).some((name) => isAlive(ownerOf(name)));
}

function isOursAlone(stats: Stats | undefined): boolean {
  if (!stats?.isDirectory()) return false;
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
    const owner = ownerOf(name);
    return owner !== undefined && !isAlive(owner);
  });
}

/** The process in an {@link ownedName}. */
function ownerOf(name: string): number | undefined {
  const owner = /^(?:unpacking|profile|foreign|writing)-(\d+)-[a-z0-9]+$/.exec(name)?.[1];
  return owner === undefined ? undefined : Number(owner);
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
