import { monitorEventLoopDelay } from 'node:perf_hooks';

const windowMs = 500;
const resolutionMs = 20;

/**
 * How late the event loop is: what every turn of it is late by, on average, for half a second and
 * for the half before. One thing that holds it once, however long, is over when anybody asks.
 */
export class LoopLag {
  readonly #delays = monitorEventLoopDelay({ resolution: resolutionMs });
  #since = performance.now();
  #before = 0;
  #last = 0;

  constructor() {
    this.#delays.enable();
  }

  get ms(): number {
    const now = performance.now();
    if (now - this.#since >= windowMs) {
      this.#before = this.#last;
      this.#last = this.#delays.count > 0 ? this.#delays.mean / 1e6 - resolutionMs : 0;
      this.#delays.reset();
      this.#since = now;
    }
    return Math.min(this.#before, this.#last);
  }

  close(): void {
    this.#delays.disable();
  }
}
