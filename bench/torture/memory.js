import { readFileSync, writeFileSync } from 'node:fs';
import { processTree, proportionalSetSize } from '../process-tree.js';

/** What a process holds at most from now on, in bytes; the kernel counts. */
export function peakOf(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return () => highWaterOf(pid);
}

function highWaterOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch {
    return NaN; // it has ended
  }
}

/** What a process and all below it hold at most, looked at every 200 ms, in bytes. */
export function watchTree(pid) {
  let peak = 0;
  const look = () => {
    const bytes = processTree(pid).map(proportionalSetSize);
    peak = Math.max(
      peak,
      bytes.reduce((sum, one) => sum + one, 0),
    );
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}
