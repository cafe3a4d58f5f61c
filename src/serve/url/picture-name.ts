import type { CanonicalCard } from '../../card/canonical.ts';
import { DamagedUrlError } from '../../errors.ts';
import { decodePayload } from './payload.ts';

/** Whether a file of this name is a picture of ours: sealed, or named by its key as in a built site. */
export function isPictureName(name: string): boolean {
  return /^[\w-]{22}\.(jpg|png|webp)$/.test(name) || sealedCardOf(name) !== undefined;
}

/** What the file of a sealed card shows; nothing where its name is none of those. */
export function sealedCardOf(name: string): CanonicalCard | undefined {
  const [, payload] = /^([\w-]+)\.(?:jpg|png|webp)$/.exec(name) ?? [];
  try {
    return payload === undefined ? undefined : decodePayload(payload).card;
  } catch (error) {
    if (error instanceof DamagedUrlError) return undefined;
    throw error;
  }
}
