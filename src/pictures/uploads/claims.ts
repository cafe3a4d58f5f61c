/** What can be taken once, and until when it could be. */
export interface Claimable {
  readonly id: string;
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Remembers, for all who share a folder or a bucket, which upload addresses were used. Of any
 * number who take one at once, one gets it.
 */
export interface Claims {
  isTaken(claim: Claimable): Promise<boolean>;
  /** Whether it was free. */
  take(claim: Claimable): Promise<boolean>;
  /** For whom it was of no use after all. */
  release(claim: Claimable): Promise<void>;
  /** Forgets those whose time is over by far. */
  sweep(): Promise<void>;
}

/** Clocks of machines differ, and an upload that began in time may end later. */
const forgottenSeconds = 86_400;

/** Those that go first come first in a list. */
export function nameOfClaim({ id, expiresAt }: Claimable): string {
  return `${String(expiresAt).padStart(12, '0')}-${id}`;
}

export function isForgotten(name: string): boolean {
  return Number(name.slice(0, 12)) + forgottenSeconds < Date.now() / 1_000;
}
