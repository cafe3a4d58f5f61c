import { LRUCache } from 'lru-cache';
import { RenderTimeoutError } from '../../errors.ts';
import { hashed } from '../../system/hashed.ts';

const firstMs = 60_000;
const longestMs = 3_600_000;
const maxCards = 5_000;

/**
 * Cards that were not ready in time, which will not be the next time either: each try holds a
 * browser for as long as a card may take, so that two of them would be the whole service. Tried
 * again after a minute, then after two, then after four.
 */
export class SlowCards {
  readonly #strikes = new LRUCache<string, { readonly until: number; readonly waitMs: number }>({
    max: maxCards,
  });
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @throws {RenderTimeoutError} it is not time yet to try this one again. */
  check(target: string): void {
    if (this.#strikes.size === 0) return;
    const strike = this.#strikes.get(hashed(target));
    if (strike && Date.now() < strike.until) throw new RenderTimeoutError(this.#timeoutMs);
  }

  /** All who waited for it tell of the same try. */
  remember(target: string): void {
    const key = hashed(target);
    const strike = this.#strikes.get(key);
    if (strike && Date.now() < strike.until) return;
    const waitMs = Math.min(longestMs, 2 * (strike?.waitMs ?? firstMs / 2));
    this.#strikes.set(key, { until: Date.now() + waitMs, waitMs });
  }
}
