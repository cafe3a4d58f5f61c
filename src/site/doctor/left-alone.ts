import { type UnsharedKind, unsharedByPath } from '../judge/left-alone.ts';
import { reasonToSkip, type SkipReason } from '../read/html/reason-to-skip.ts';
import type { Tags } from '../read/html/tags.ts';

/** Why a page needs no card. */
export type LeftAlone = Exclude<SkipReason, 'own-image'> | UnsharedKind;

/** Why a build gives a page no card, but for an image of its own; nothing where it gives one. */
export function whyLeftAlone(path: string, bytes: Buffer, said: Tags): LeftAlone | undefined {
  const reason = reasonToSkip(bytes, said, true);
  if (reason && reason !== 'own-image') return reason;
  return unsharedByPath(path);
}

/** Fragments, data and empty files that are named .html: nobody would ask for them. */
export function isNoPage(reason: LeftAlone | undefined): boolean {
  return reason === 'empty' || reason === 'not-html';
}
