import type { Rank } from '../../camera/line.ts';
import { OverloadedError } from '../../errors.ts';
import { LoopLag } from '../../system/loop-lag.ts';

/** Those that we signed are on pages already; their turn comes when that of strangers did not help. */
const patience: Readonly<Record<Rank, number>> = { unsigned: 1, signed: 2, own: Infinity };

/**
 * Keeps new cards out while the event loop is late, strangers' first. What is in the cache is
 * answered whatever happens: it is what the time is kept for.
 */
export class LoadShed {
  readonly #maxLagMs: number;
  readonly #lag: Pick<LoopLag, 'ms' | 'close'>;

  constructor(maxLagMs: number, lag: Pick<LoopLag, 'ms' | 'close'> = new LoopLag()) {
    this.#maxLagMs = maxLagMs;
    this.#lag = lag;
  }

  /** @throws {OverloadedError} the loop is late, for a card of this rank too late. */
  check(rank: Rank): void {
    if (this.#lag.ms > this.#maxLagMs * patience[rank]) throw new OverloadedError();
  }

  close(): void {
    this.#lag.close();
  }
}
