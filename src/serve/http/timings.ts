import type { ScreenshotTimings } from '../../camera/camera.ts';

/** The phases of a request, for the `Server-Timing` header. */
export class Timings {
  readonly #phases: string[] = [];

  add(name: string, durationMs: number | undefined): void {
    if (durationMs !== undefined) this.#phases.push(`${name};dur=${durationMs.toFixed(1)}`);
  }

  async measure<Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> {
    const start = performance.now();
    const value = await work();
    this.add(name, performance.now() - start);
    return value;
  }

  /** What a picture took, where one was taken. */
  addScreenshot(spent: ScreenshotTimings | undefined): void {
    this.add('queue', spent?.queueMs);
    this.add('cold', spent?.coldStartMs);
    this.add('frame', spent?.frameMs);
    this.add('encode', spent?.encodeMs);
  }

  headers(): Record<string, string> {
    return this.#phases.length > 0 ? { 'server-timing': this.#phases.join(', ') } : {};
  }
}
