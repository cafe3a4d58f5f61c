import type { CardDocument } from '../../card/document.ts';
import type { Pixels } from './contrast.ts';
import type { TextBlock } from './survey.ts';

export type LintRule =
  | 'overflow'
  | 'clipped'
  | 'clamped'
  | 'overlap'
  | 'contrast'
  | 'small-text'
  | 'missing-glyphs'
  | 'font'
  | 'square-crop';

/** Something about the layout of a card that its maker should know. */
export interface LintFinding {
  readonly rule: LintRule;
  /** `error`: some reader loses words. `warning`: some reader strains. `info`: no fault. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where; empty where no one element is meant. */
  readonly selector: string;
  /** The first words of what is there, 60 characters at most. */
  readonly text: string;
  readonly message: string;
}

/** A card as it was laid out. */
export interface Layout {
  readonly document: CardDocument;
  readonly blocks: readonly TextBlock[];
  /** With the colour of each text laid over its lines. */
  readonly ink: Pixels;
  /** Without a letter. */
  readonly ground: Pixels;
}

export type Rule = (layout: Layout) => LintFinding[];

/** What is found at a place in the card. */
export function findingAt(
  { selector, text }: { readonly selector: string; readonly text: string },
  found: Omit<LintFinding, 'selector' | 'text'>,
): LintFinding {
  return { ...found, selector, text: shorten(text) };
}

export function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('')}…`;
}
