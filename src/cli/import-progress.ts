import { ImportCounts, type ImportEntry } from '../pictures/import/outcome.ts';
import type { ImportSource } from '../pictures/import/source.ts';
import { Pace } from './pace.ts';
import { Progress } from './progress.ts';

/** How far it is; how far it has to go is counted beside it, for a list may be long. */
export class ImportProgress {
  readonly #progress = new Progress();
  readonly #pace = new Pace();
  readonly #counts = new ImportCounts();
  readonly #ended = new AbortController();
  #of: number | undefined;

  constructor(source: ImportSource, signal: AbortSignal) {
    const end = AbortSignal.any([signal, this.#ended.signal]);
    source.count?.(end).then(
      (count) => (this.#of = count),
      () => {}, // whoever lists it to import it will say so
    );
  }

  add(entry: ImportEntry): void {
    this.#counts.add(entry);
    const { done } = this.#counts;
    const pace = this.#pace.tell(done, this.#of);
    if (this.#of === undefined) this.#progress.say(`${done} so far, ${pace}`);
    else this.#progress.show(done, Math.max(done, this.#of), pace);
  }

  end(): void {
    this.#ended.abort();
    this.#progress.end();
  }
}
