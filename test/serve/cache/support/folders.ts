import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a write or a lease would have left behind. */
export function unfinishedIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^(writing|lease)-/.test(name));
}

/** Whether we may mount: a disk that is full, or read-only even for root, is not to be had otherwise. */
export const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-mount-'));
  try {
    mount(folder, 'size=64k');
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

/** A disk of its own, gone when the test ends. */
export function mountDisk(options: string): string {
  const folder = makeFolder();
  mount(folder, options);
  // Hooks run last to first: it is no longer mounted when the folder goes.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

export function remount(folder: string, options: string): void {
  execFileSync('mount', ['-o', `remount,${options}`, folder]);
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
}
