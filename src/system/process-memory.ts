import { readFileSync } from 'node:fs';

/** Of Linux on every machine that Chromium runs on. */
const pageBytes = 4_096;

/**
 * Resident memory of a process and all below it, in bytes. What they share is counted for each.
 * 0 where the system does not tell.
 */
export function processTreeBytes(pid: number): number {
  try {
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return children
      .filter(Boolean)
      .reduce((sum, child) => sum + processTreeBytes(Number(child)), resident * pageBytes);
  } catch {
    return 0; // another system, or it ended just now
  }
}
