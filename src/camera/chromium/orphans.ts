import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftovers } from '../../system/temporary-folder.ts';

/**
 * Ends browsers whose process was killed and that did not notice: a browser ends when its pipe
 * closes, but one that hangs looks at nothing. Linux alone tells whose they are.
 */
export function endOrphans(temporaryFolder: string): void {
  const profiles = new Set(
    leftovers(temporaryFolder).map((name) => `--user-data-dir=${join(temporaryFolder, name)}`),
  );
  if (profiles.size === 0 || process.platform !== 'linux') return;
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && commandLine(name).some((word) => profiles.has(word))) end(name);
  }
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has ended
  }
}

/** With its whole group: a zygote does not say which folder it is for. */
function end(pid: string): void {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // behind its name, which may hold anything
    process.kill(-Number(group), 'SIGKILL');
  } catch {
    // it has ended
  }
}
