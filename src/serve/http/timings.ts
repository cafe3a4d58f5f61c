import type { ScreenshotTimings } from '../../camera/camera.ts';

/** One part of the work for a request. */
export interface Phase {
  readonly name: string;
  /** Since the request began. */
  readonly startMs: number;
  readonly durationMs: number;
}

/** The phases of a request, for the `Server-Timing` header, figures and traces. */
export class Timings {
  readonly #begun = performance.now();
  readonly #phases: Phase[] = [];

  get phases(): readonly Phase[] {
    return this.#phases;
  }

  async measure<Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> {
    const start = performance.now();
    const value = await work();
    this.#add(name, start, performance.now() - start);
    return value;
  }

  /** What a picture that was taken just now took. */
  addScreenshot(spent: ScreenshotTimings | undefined): void {
    if (!spent) return;
    const { queueMs, coldStartMs = 0, frameMs, encodeMs } = spent;
    let at = performance.now() - queueMs - coldStartMs - frameMs - encodeMs;
    for (const [name, durationMs] of Object.entries({
      queue: queueMs,
      cold: coldStartMs,
      frame: frameMs,
      encode: encodeMs,
    })) {
      if (name !== 'cold' || durationMs > 0) this.#add(name, at, durationMs);
      at += durationMs;
    }
  }

  headers(): Record<string, string> {
    const list = this.#phases.map(({ name, durationMs }) => `${name};dur=${durationMs.toFixed(1)}`);
    return list.length > 0 ? { 'server-timing': list.join(', ') } : {};
  }

  #add(name: string, start: number, durationMs: number): void {
    this.#phases.push({ name, startMs: start - this.#begun, durationMs });
  }
}
