import { startChild } from './child.js';
import { treeMs } from './process-tree.js';
import { median, medians, rotate } from './stats.js';
import { createWorkspace } from './workspace.js';

const ways = ['sparticuz', 'cardstock'];

/**
 * From a fresh process to its first JPEG: on an empty disk, where the browser has to be
 * inflated, and again on the same disk, where it lies ready. CPU is that of all its processes.
 */
export async function measureCold({ rounds }) {
  const samples = ways.map((way) => [way, { empty: [], ready: [] }]);
  for (let round = 0; round < rounds; round++) {
    for (const [way, { empty, ready }] of rotate(samples, round)) {
      const workspace = createWorkspace();
      empty.push(await firstCard(way, workspace.path));
      ready.push(await firstCard(way, workspace.path));
      await workspace.remove();
    }
  }
  return Object.fromEntries(samples.map(([way, disks]) => [way, summary(disks)]));
}

async function firstCard(way, temporaryFolder) {
  const { pid, answer, stop } = await startChild('cold-child.js', way, temporaryFolder);
  const cpuMs = process.platform === 'linux' ? treeMs(pid) : NaN;
  await stop();
  return { ...answer, cpuMs };
}

function summary({ empty, ready }) {
  const times = (samples) => median(samples.map(({ totalMs }) => totalMs));
  return {
    emptyDisk: medians(empty),
    readyDisk: medians(ready),
    inflateMs: times(empty) - times(ready),
  };
}
