import { type UnsharedKind, unsharedByPath, unsharedKind } from '../judge/left-alone.ts';
import { hasOwnImage, reasonToSkip, type SkipReason } from '../read/html/reason-to-skip.ts';
import { factsOfFile } from '../read/page/facts-of-file.ts';
import type { Tags } from '../read/html/tags.ts';

/** Why a page needs no card. */
export type LeftAlone = Exclude<SkipReason, 'own-image'> | UnsharedKind;

/** Why a build gives a page no card, but for an image of its own; nothing where it gives one. */
export function whyLeftAlone(path: string, bytes: Buffer, said: Tags): LeftAlone | undefined {
  const reason = reasonToSkip(bytes, said, true);
  if (reason && reason !== 'own-image') return reason;
  return unsharedByPath(path) ?? (hasOwnImage(said) ? undefined : unsharedByWords(path, bytes));
}

/** What only the whole page tells: that it searches, or shows nothing but code. */
function unsharedByWords(path: string, bytes: Buffer): UnsharedKind | undefined {
  const { facts } = factsOfFile(bytes, { path, siteUrl: 'https://example.com/' });
  return facts && unsharedKind(facts);
}

/** Fragments, data and empty files that are named .html: nobody would ask for them. */
export function isNoPage(reason: LeftAlone | undefined): boolean {
  return reason === 'empty' || reason === 'not-html';
}
