import { startChild } from './child.js';
import { openHalfCore } from './half-core.js';
import { treeMs } from './process-tree.js';
import { median, medians, rotate } from './stats.js';
import { createWorkspace } from './workspace.js';

const ways = ['sparticuz', 'cardstock'];

/**
 * From a fresh process to its first JPEG: on an empty disk, where the browser has to be
 * inflated, and again on the same disk, where it lies ready; and on an empty disk with half a
 * core. CPU is that of all its processes.
 */
export async function measureCold({ rounds }) {
  const samples = ways.map((way) => [way, { empty: [], ready: [], half: [] }]);
  const halfCore = openHalfCore();
  for (let round = 0; round < rounds; round++) {
    for (const [way, { empty, ready, half }] of rotate(samples, round)) {
      await withWorkspace(async (path) => {
        empty.push(await firstCard(way, path));
        ready.push(await firstCard(way, path));
      });
      if (halfCore) await withWorkspace(async (path) => half.push(await firstCard(way, path, halfCore.put)));
    }
  }
  await halfCore?.close();
  return Object.fromEntries(samples.map(([way, disks]) => [way, summary(disks)]));
}

async function withWorkspace(work) {
  const workspace = createWorkspace();
  await work(workspace.path);
  await workspace.remove();
}

async function firstCard(way, temporaryFolder, put) {
  const { pid, answer, stop } = await startChild('cold-child.js', way, temporaryFolder, put);
  const cpuMs = process.platform === 'linux' ? treeMs(pid) : NaN;
  await stop();
  return { ...answer, cpuMs };
}

function summary({ empty, ready, half }) {
  const times = (samples) => median(samples.map(({ totalMs }) => totalMs));
  return {
    emptyDisk: medians(empty),
    readyDisk: medians(ready),
    ...(half.length > 0 && { halfCore: medians(half) }),
    inflateMs: times(empty) - times(ready),
  };
}
