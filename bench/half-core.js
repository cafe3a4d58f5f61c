import { existsSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from './endings.js';

/** Small functions have half a core; the kernel counts in a hundredth of a second. */
const [quotaUs, periodUs] = [10_000, 20_000];

const versions = [
  { root: '/sys/fs/cgroup/cpu', limits: { 'cpu.cfs_period_us': periodUs, 'cpu.cfs_quota_us': quotaUs } },
  { root: '/sys/fs/cgroup', limits: { 'cpu.max': `${quotaUs} ${periodUs}` } },
];

/** Puts processes where they and their children have half a core; nothing where this machine has no such place for us. */
export function openHalfCore() {
  for (const { root, limits } of versions) {
    if (!existsSync(root)) continue;
    try {
      const folder = mkdtempSync(join(root, 'cardstock-bench-'));
      const close = atEnd(() => rmdirSync(folder));
      for (const [name, limit] of Object.entries(limits)) writeFileSync(join(folder, name), String(limit));
      return { put: (pid) => writeFileSync(join(folder, 'cgroup.procs'), String(pid)), close };
    } catch {
      continue; // it is not ours to say, or counts otherwise
    }
  }
  return undefined;
}
