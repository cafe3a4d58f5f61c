import type { CardDocument } from '../../card/document.ts';
import type { StyleDeclaration } from '../../card/styles/check-style.ts';
import type { Box } from './box.ts';
import type { Pixels } from './contrast.ts';
import type { Line, TextBlock } from './survey.ts';

export type LintRule =
  | 'overflow'
  | 'clipped'
  | 'clamped'
  | 'overlap'
  | 'contrast'
  | 'small-text'
  | 'missing-glyphs'
  | 'font'
  | 'broken-image'
  | 'missing-picture'
  | 'empty-card'
  | 'inert-element'
  | 'css-error'
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
  /** Where that is on the card; nothing where no one place is meant. */
  readonly box?: Box;
}

/** A card as it was laid out. */
export interface Layout {
  readonly document: CardDocument;
  readonly blocks: readonly TextBlock[];
  /** With the colour of each text laid over its lines. */
  readonly ink: Pixels;
  /** Without a letter. */
  readonly ground: Pixels;
  /** Elements whose picture the browser cannot show. */
  readonly broken?: readonly Place[];
  /** Elements that only a web page could show. */
  readonly inert?: readonly InertElement[];
  /** As {@link CardMaterial} has it. */
  readonly css?: string;
  readonly missingImages?: readonly MissingPicture[];
  /** What of `css` the browser does not know. */
  readonly misunderstood?: readonly StyleDeclaration[];
}

/** A picture that a card does without, and why. */
export interface MissingPicture {
  /** A prop, or the path that a template names. */
  readonly prop: string;
  readonly reason: string;
}

/** What a card was made of and no document shows. */
export interface CardMaterial {
  /** The stylesheet of its template, as it is written. */
  readonly css?: string;
  readonly missingImages?: readonly MissingPicture[];
}

export type Rule = (layout: Layout) => LintFinding[];

/** A block of text, a run of one, or whatever else has a selector and words. */
export interface Place {
  readonly selector: string;
  readonly text: string;
  readonly runs?: readonly { readonly lines: readonly Line[] }[];
  readonly lines?: readonly Line[];
  readonly box?: Box;
}

export interface InertElement extends Place {
  readonly tag: string;
}

/** What is found at a place in the card. */
export function findingAt(place: Place, found: Omit<LintFinding, 'selector' | 'text' | 'box'>): LintFinding {
  const { selector, text, runs = [], lines = runs.flatMap((run) => run.lines) } = place;
  const box = place.box ?? around(lines.map((line) => line.box));
  return { ...found, selector, text: shorten(text), ...(box && { box }) };
}

/** The least box that holds all of them. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

export function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('')}…`;
}
