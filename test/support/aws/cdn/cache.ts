import type { Answer } from './answer.ts';

interface Entry {
  readonly answer: Answer;
  readonly storedAtMs: number;
  readonly freshUntilMs: number;
}

export interface Found {
  readonly answer: Answer;
  /** `joined`: another request was under way for the same. */
  readonly how: 'hit' | 'miss' | 'joined' | 'stale';
  readonly ageSeconds: number;
}

interface Terms {
  readonly key: string;
  readonly fetch: () => Promise<Answer>;
  readonly lifetimeSeconds: (answer: Answer) => number;
}

/** One cache of a CDN: a region's own, or the shield in front of an origin. */
export class Cache {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #flights = new Map<string, Promise<Answer>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What is kept, or what is fetched now, once for all who ask at the same time. */
  async get(terms: Terms): Promise<Found> {
    const kept = this.fresh(terms.key);
    if (kept) return kept;
    const flight = this.#flights.get(terms.key);
    if (flight) {
      const answer = await flight;
      // What may not be kept may not be shared either: each asks for itself.
      if (terms.lifetimeSeconds(answer) > 0) return { answer, how: 'joined', ageSeconds: 0 };
      return { answer: await terms.fetch(), how: 'miss', ageSeconds: 0 };
    }
    return this.#fetch(terms);
  }

  fresh(key: string): Found | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.freshUntilMs <= this.#now()) return undefined;
    return { answer: entry.answer, how: 'hit', ageSeconds: this.#age(entry) };
  }

  clear(): void {
    this.#entries.clear();
  }

  async #fetch({ key, fetch, lifetimeSeconds }: Terms): Promise<Found> {
    const flight = fetch();
    this.#flights.set(key, flight);
    try {
      const answer = await flight;
      const seconds = lifetimeSeconds(answer);
      const old = this.#entries.get(key);
      const now = this.#now();
      // An origin that is down is no reason to show nothing where there was a picture.
      if (answer.status >= 500 && old && old.answer.status < 400) {
        this.#entries.set(key, { ...old, freshUntilMs: now + seconds * 1000 });
        return { answer: old.answer, how: 'stale', ageSeconds: this.#age(old) };
      }
      if (seconds > 0) {
        this.#entries.set(key, { answer, storedAtMs: now, freshUntilMs: now + seconds * 1000 });
      }
      return { answer, how: 'miss', ageSeconds: 0 };
    } finally {
      this.#flights.delete(key);
    }
  }

  #age({ storedAtMs }: Entry): number {
    return Math.floor((this.#now() - storedAtMs) / 1000);
  }
}
