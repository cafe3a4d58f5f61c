import { readFileSync } from 'node:fs';

/** How many files and sockets this process may have open at once, where the system says so. */
export function descriptorLimit(limitsFile = '/proc/self/limits'): number | undefined {
  try {
    const [, limit] = /^Max open files\s+(\d+)/m.exec(readFileSync(limitsFile, 'utf8')) ?? [];
    return limit === undefined ? undefined : Number(limit); // "unlimited" is none
  } catch {
    return undefined; // neither macOS nor Windows has it
  }
}
