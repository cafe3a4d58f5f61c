import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Frame, HoldWatchData } from './hold-watch-thread.ts';

const beatMs = 250;

const threadFile = [
  new URL('./hold-watch-thread.js', import.meta.url),
  new URL('./hold-watch-thread.ts', import.meta.url),
].find((url) => existsSync(fileURLToPath(url)));

/** Something held the event loop and was stopped; its stack leads there. */
export class LoopHeldError extends Error {
  constructor(limitMs: number, frames: readonly Frame[]) {
    super(`something held the event loop for ${limitMs} ms`);
    this.name = 'LoopHeldError';
    const lines = frames.map(({ name, url, line, column }) => `    at ${name} (${url}:${line}:${column})`);
    this.stack = [`${this.name}: ${this.message}`, ...lines].join('\n');
  }
}

/**
 * Watches from a thread of its own whether the event loop turns. A loop without end behind an
 * `await` can be stopped by no time limit; it is stopped from there, and its place is told.
 * What else was about to run in that turn is lost, so the process must end soon: where it cannot,
 * the thread ends it.
 *
 * @param limitMs By the clock and of processor time: a machine that sleeps or is busy elsewhere holds nothing.
 */
export function watchForHolds(limitMs: number, onHeld: (error: LoopHeldError) => void): void {
  if (!threadFile) return;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref();
  const thread = new Worker(threadFile, {
    workerData: { beats, limitMs, lookMs: beatMs } satisfies HoldWatchData,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    execArgv: [],
  });
  thread.on('message', (frames: readonly Frame[]) => onHeld(new LoopHeldError(limitMs, frames)));
  thread.on('error', () => {}); // unwatched, as before there was a watch
  thread.unref();
}
