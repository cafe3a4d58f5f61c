import type { CanonicalCard } from '../../card/canonical.ts';
import { DamagedUrlError } from '../../errors.ts';
import { decodePayload } from './payload.ts';
import { splitSealedSize } from './sealed-url.ts';

/** Named by its key, as in a built site, or by the hash of a name that was too long for one. */
const named = /^(?:[\w-]{22}|[0-9a-f]{64})\.(?:jpg|png|webp)$/;

/** Whether a file of this name is a picture of ours, sealed or named otherwise. */
export function isPictureName(name: string): boolean {
  return named.test(name) || sealedCardOf(name) !== undefined;
}

/** What the file of a sealed card shows, in whatever size; nothing where its name is none of those. */
export function sealedCardOf(name: string): CanonicalCard | undefined {
  const sized = splitSealedSize(name);
  return cardOfName(name) ?? (sized && cardOfName(sized.name));
}

function cardOfName(name: string): CanonicalCard | undefined {
  const [, payload] = /^([\w-]+)\.(?:jpg|png|webp)$/.exec(name) ?? [];
  try {
    return payload === undefined ? undefined : decodePayload(payload).card;
  } catch (error) {
    if (error instanceof DamagedUrlError) return undefined;
    throw error;
  }
}
