import { setTimeout as wait } from 'node:timers/promises';
import type { CachedImage } from './entry.ts';
import type { PatientStore } from './patient-store.ts';
import type { Release, StoreKey } from './stores/store.ts';

/** What came of waiting: the image that another machine has made, or the right to make it. */
export interface Turn {
  readonly image?: CachedImage | undefined;
  readonly release?: Release | undefined;
}

interface TurnTerms {
  /** How long whoever makes the image keeps the others from it, and how long they wait. */
  readonly leaseMs: number;
  /** Whether it is there by now. */
  readonly look: () => Promise<CachedImage | undefined>;
  readonly signal: AbortSignal;
}

const firstPauseMs = 25;
const longestPauseMs = 400;

/**
 * Keeps machines that share a store from making the same image at the same time. Nobody waits
 * for another for longer than a render takes, and where the store fails nobody waits at all.
 */
export async function takeTurn(
  store: PatientStore,
  key: StoreKey,
  { leaseMs, look, signal }: TurnTerms,
): Promise<Turn> {
  const lastChance = performance.now() + leaseMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const claimed = await claim(store, key, leaseMs);
    if (!claimed) return {}; // a store that has no leases, or fails
    const { release } = claimed;
    if (!release && performance.now() >= lastChance) return {};
    if (!release) await wait(pauseMs, undefined, { signal });
    const image = await look(); // whoever had the lease before may be done
    if (image) await release?.();
    if (image || release) return image ? { image } : { release };
  }
}

async function claim(store: PatientStore, key: StoreKey, leaseMs: number) {
  return store.write(async (open) => open.claim && { release: await open.claim(key, leaseMs) });
}
