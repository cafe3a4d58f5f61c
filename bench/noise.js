import { createHash } from 'node:crypto';
import { percentile } from './stats.js';

const work = Buffer.alloc(4_000_000, 'the same work');
const samples = [];

/** Does the same work a few times: how long it takes tells what else this machine does. */
export function listen() {
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    createHash('sha256').update(work).digest();
    samples.push(performance.now() - start);
  }
}

/** How much longer the same work took now and then, 1 on a machine that does nothing else. */
export function noise() {
  return {
    p50: percentile(samples, 50) / Math.min(...samples),
    p95: percentile(samples, 95) / Math.min(...samples),
  };
}
