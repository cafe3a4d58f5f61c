import { report } from '../../system/report.ts';
import { Breaker } from './breaker.ts';
import { storeFailed } from './events.ts';
import type { Store } from './stores/store.ts';

const complainEveryMs = 60_000;

type Work<Value> = (store: Store) => Promise<Value> | undefined;

/**
 * A store, and patience with it: a call that takes too long is done without, and so is every
 * call for a while where several failed. A card must not wait for a store that is dead.
 */
export class PatientStore {
  readonly #store: Store | undefined;
  readonly #timeoutMs: number;
  /** A disk may be full and yet be read. */
  readonly #breakers = { read: new Breaker(), write: new Breaker() };
  #complainedAt = -Infinity;

  constructor(store: Store | undefined, timeoutMs: number) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
  }

  /** What the store has; nothing where there is none, or it fails, or it is left alone. */
  async read<Value>(work: Work<Value>): Promise<Value | undefined> {
    return this.#ask(work, this.#breakers.read);
  }

  /** What comes of changing it; nothing likewise. */
  async write<Value>(work: Work<Value>): Promise<Value | undefined> {
    return this.#ask(work, this.#breakers.write);
  }

  /** @throws the store fails, or does not answer in time. */
  async insist<Value>(work: Work<Value>): Promise<Value | undefined> {
    const store = this.#store;
    return store && this.#inTime(async () => work(store));
  }

  async #ask<Value>(work: Work<Value>, breaker: Breaker): Promise<Value | undefined> {
    if (!this.#store) return undefined;
    if (breaker.isOpen()) return this.#complain(breaker.lastError);
    try {
      const value = await this.insist(work);
      breaker.succeeded();
      return value;
    } catch (error) {
      breaker.failed(error);
      return this.#complain(error);
    }
  }

  async #inTime<Value>(work: () => Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const giveUp = () => reject(new Error(`The image store took longer than ${this.#timeoutMs} ms.`));
      timer = setTimeout(giveUp, this.#timeoutMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A full disk fails every card; once a minute is enough for the log. */
  #complain(error: unknown): undefined {
    storeFailed.publish({ error });
    if (performance.now() - this.#complainedAt < complainEveryMs) return undefined;
    this.#complainedAt = performance.now();
    report('the image store failed; cards are made without it:', error);
    return undefined;
  }
}
