import { warn } from '../../system/report.ts';
import type { Claims } from './claims.ts';

const everyMs = 3_600_000;

/** Has old claims forgotten, once an hour at most. That it failed is for the log: no address waits for it. */
export function sweeping(claims: Claims): () => Promise<void> {
  let sweptAtMs = -Infinity;
  return async () => {
    if (performance.now() - sweptAtMs < everyMs) return;
    sweptAtMs = performance.now();
    await claims
      .sweep()
      .catch((error: unknown) =>
        warn(`used upload addresses are not forgotten: ${(error as Error).message}`),
      );
  };
}
