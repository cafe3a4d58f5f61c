import { report } from '../../system/report.ts';
import { storeFailed } from './events.ts';
import type { Store } from './stores/store.ts';

const complainEveryMs = 60_000;
/** So many failures one after the other, and the store is left alone. */
const failuresInARow = 3;
/** Then one call tries again. */
const leftAloneMs = 5_000;

/**
 * A store, and patience with it: a call that takes too long is done without, and so is every
 * call for a while where several failed. A card must not wait for a store that is dead.
 */
export class PatientStore {
  readonly #store: Store | undefined;
  readonly #timeoutMs: number;
  #failures = 0;
  #lastError: unknown;
  #triedAt = -Infinity;
  #complainedAt = -Infinity;

  constructor(store: Store | undefined, timeoutMs: number) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
  }

  /** What the store says; nothing where there is none, or it fails, or it is left alone. */
  async ask<Value>(work: (store: Store) => Promise<Value> | undefined): Promise<Value | undefined> {
    const store = this.#store;
    if (!store) return undefined;
    if (this.#isLeftAlone()) {
      this.#complain(this.#lastError);
      return undefined;
    }
    try {
      return await this.insist(work);
    } catch (error) {
      this.#complain(error);
      return undefined;
    }
  }

  /** @throws the store fails, or does not answer in time. */
  async insist<Value>(work: (store: Store) => Promise<Value> | undefined): Promise<Value | undefined> {
    const store = this.#store;
    if (!store) return undefined;
    try {
      const value = await this.#inTime(async () => work(store));
      this.#failures = 0;
      return value;
    } catch (error) {
      this.#failures += 1;
      this.#lastError = error;
      this.#triedAt = performance.now();
      throw error;
    }
  }

  /** Whoever is the first after the pause goes and looks; the others still do without. */
  #isLeftAlone(): boolean {
    if (this.#failures < failuresInARow) return false;
    const now = performance.now();
    if (now - this.#triedAt < leftAloneMs) return true;
    this.#triedAt = now;
    return false;
  }

  async #inTime<Value>(work: () => Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new Error(`The image store took longer than ${this.#timeoutMs} ms.`);
      timer = setTimeout(() => reject(error), this.#timeoutMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A full disk fails every card; once a minute is enough for the log. */
  #complain(error: unknown): void {
    storeFailed.publish({ error });
    if (performance.now() - this.#complainedAt < complainEveryMs) return;
    this.#complainedAt = performance.now();
    report('the image store failed; cards are made without it:', error);
  }
}
