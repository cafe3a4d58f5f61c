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

  toString(): string {
    return this.#phases.join(', ');
  }
}
