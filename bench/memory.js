import { startChild } from './child.js';
import { processTree, proportionalSetSize } from './process-tree.js';
import { createWorkspace } from './workspace.js';

const ways = ['satori', 'takumi', 'cardstock'];

/**
 * What node and all its browser's processes hold after so many JPEGs, in bytes. PSS:
 * a page that several processes share counts once, divided among them. Linux alone tells.
 */
export async function measureMemory({ images }) {
  if (process.platform !== 'linux') return undefined;
  const workspace = createWorkspace();
  const results = {};
  for (const way of ways) {
    const { pid, stop } = await startChild('memory-child.js', `${way}:${images}`, workspace.path);
    const tree = processTree(pid);
    results[way] = { processes: tree.length, pssBytes: sum(tree.map(proportionalSetSize)) };
    await stop();
  }
  await workspace.remove();
  return results;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
