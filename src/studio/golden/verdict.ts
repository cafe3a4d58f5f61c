import type { Comparison } from './compare.ts';
import type { GoldenOrigin } from './golden-folder.ts';

export type VerdictKind = 'same' | 'changed' | 'new' | 'gone' | 'failed';

/** What became of one accepted picture, or of a card that has none. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** Of the picture, below the golden folder. */
  readonly name: string;
  readonly changedPixels?: number;
  /** Of all pixels, from 0 to 1. */
  readonly share?: number;
  /** What is another one than when it was accepted, or why there is no card. */
  readonly reason?: string;
  /** The file with both of them and their difference. */
  readonly difference?: string;
}

/** @param accepted Nothing where it was lost. */
export function verdictOf(
  name: string,
  { changedPixels, share }: Comparison,
  now: GoldenOrigin,
  accepted: GoldenOrigin | undefined,
): Verdict {
  if (changedPixels === 0) return { kind: 'same', name };
  return { kind: 'changed', name, changedPixels, share, reason: reasonOf(now, accepted) };
}

/** A design that is the same is not to blame for another browser. */
function reasonOf(now: GoldenOrigin, accepted: GoldenOrigin | undefined): string {
  if (!accepted) return 'nobody knows what the accepted one was made with';
  const isSameDesign = now.document === accepted.document;
  const engines = `(accepted with ${accepted.engine}; here is ${now.engine})`;
  if (now.engine !== accepted.engine) {
    return isSameDesign
      ? `the design is the same, the engine is another one ${engines}`
      : `the design is another one, and so is the engine ${engines}`;
  }
  return isSameDesign
    ? 'design and engine are the same: the file was edited, or this processor draws otherwise'
    : 'the design is another one';
}

/** A line for people, as in `changed  hello/short.og.png: 812 pixels (0.11 %), the design is another one`. */
export function sentenceOf({ kind, name, changedPixels, share = 0, reason }: Verdict): string {
  const pixels = changedPixels !== undefined && `${changedPixels} pixels (${percentOf(share)} %)`;
  const more = [pixels, reason].filter(Boolean).join(', ');
  return `${kind.padEnd(7)}  ${name}${more && `: ${more}`}`;
}

function percentOf(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 0.01 ? 'less than 0.01' : percent.toFixed(percent < 10 ? 2 : 0);
}
