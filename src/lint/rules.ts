import { formatCodePoint } from '../card/text.ts';
import type { CardDocument } from '../card/document.ts';
import { type Backdrop, measureContrast } from './contrast.ts';
import type { Box, TextElement } from './survey.ts';

export type LintRule =
  | 'overflow'
  | 'clipped'
  | 'clamped'
  | 'overlap'
  | 'contrast'
  | 'small-text'
  | 'missing-glyphs'
  | 'square-crop';

/** Something about the layout of a card that its maker should look at. */
export interface LintFinding {
  readonly rule: LintRule;
  /** `info` is no fault. */
  readonly severity: 'error' | 'info';
  /** Where; empty for the whole card. */
  readonly selector: string;
  /** The first words of what is there. */
  readonly text: string;
  readonly message: string;
}

/** A card as it was laid out. */
export interface Survey {
  readonly document: CardDocument;
  readonly elements: readonly TextElement[];
  readonly backdrop: Backdrop;
}

/** Boxes of lines are those of the font; ink seldom reaches their edges, so a little may be hidden. */
const spareShare = 0.1;
/** The width at which a card must still be readable, and the least size of text there. */
const smallestShown = { width: 300, fontSize: 6 };
/** The width of a card in a feed, at which WCAG's sizes of large text count. */
const feedWidth = 600;

const rules: readonly ((survey: Survey) => LintFinding[])[] = [
  perText(overflow),
  perText(clipped),
  perText(clamped),
  overlap,
  perText(contrast),
  perText(smallText),
  missingGlyphs,
  perText(squareCrop),
];

export function applyRules(survey: Survey): LintFinding[] {
  return rules.flatMap((rule) => rule(survey));
}

type Found = Pick<LintFinding, 'rule' | 'severity' | 'message'>;

function perText(rule: (element: TextElement, survey: Survey) => Found | undefined) {
  return (survey: Survey): LintFinding[] =>
    survey.elements.flatMap((element) => {
      const found = rule(element, survey);
      return found ? [{ ...found, selector: element.selector, text: element.text }] : [];
    });
}

function overflow({ lines, isCut, window }: TextElement, { document }: Survey): Found | undefined {
  const { width, height } = document.viewport;
  const card = { left: 0, top: 0, right: width, bottom: height };
  const beyond = Math.max(...lines.map((line) => outside(seen(line, isCut, window), card)));
  if (beyond <= 1) return undefined;
  return { rule: 'overflow', severity: 'error', message: `reaches ${Math.round(beyond)} px beyond the card` };
}

/** Lines that an ellipsis stands for are meant to be hidden. */
function seen(line: Box, isCut: boolean, window: Box): Box {
  return isCut ? intersection(line, window) : line;
}

function clipped({ lines, isCut, window, fontSize }: TextElement): Found | undefined {
  const spare = fontSize * spareShare;
  const hidden = lines.map((line) => {
    const [across, down] = [sideways(line, window), upAndDown(line, window)];
    // An ellipsis cuts whole lines, and words at the end of one; it never cuts through letters.
    const isWholeLine = down >= line.bottom - line.top - spare;
    if (isCut) return isWholeLine ? 0 : down;
    return Math.max(across, down);
  });
  const worst = Math.max(...hidden);
  if (worst <= spare) return undefined;
  return { rule: 'clipped', severity: 'error', message: `${Math.round(worst)} px of a line are hidden` };
}

function clamped({ isCut }: TextElement): Found | undefined {
  return isCut ? { rule: 'clamped', severity: 'info', message: 'was cut, with an ellipsis' } : undefined;
}

function contrast(element: TextElement, { document, backdrop }: Survey): Found | undefined {
  if (element.isDecoration) return undefined;
  if (element.isClippedToText) {
    return { rule: 'contrast', severity: 'info', message: 'is filled with a background: not measured' };
  }
  const measured = measureContrast(element, backdrop);
  const shown = (element.fontSize * feedWidth) / document.viewport.width;
  const isLarge = shown >= 24 || (shown >= 18.66 && element.fontWeight >= 700);
  const wanted = isLarge ? 3 : 4.5;
  if (measured === undefined || measured >= wanted) return undefined;
  const message = `contrast ${measured.toFixed(2)} with what is behind it; WCAG AA wants ${wanted}`;
  return { rule: 'contrast', severity: 'error', message };
}

function smallText({ fontSize, isDecoration }: TextElement, { document }: Survey): Found | undefined {
  const shown = (fontSize * smallestShown.width) / document.viewport.width;
  if (isDecoration || shown >= smallestShown.fontSize - 0.01) return undefined;
  const message = `${shown.toFixed(1)} px where the card is ${smallestShown.width} px wide; at least ${smallestShown.fontSize} can be read`;
  return { rule: 'small-text', severity: 'error', message };
}

/** What a small card, a square of the middle, does not show. */
function squareCrop({ lines, isDecoration }: TextElement, { document }: Survey): Found | undefined {
  const { width, height } = document.viewport;
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  const square = { left, top, right: left + side, bottom: top + side };
  if (isDecoration || !lines.some((line) => outside(line, square) > 1)) return undefined;
  return { rule: 'square-crop', severity: 'info', message: 'is cut off where a card is cropped to a square' };
}

function overlap({ elements }: Survey): LintFinding[] {
  const texts = elements.filter(({ isDecoration }) => !isDecoration);
  return texts.flatMap((one, index) => {
    const other = texts.slice(index + 1).find((candidate) => touches(one, candidate));
    if (!other) return [];
    const message = `lies over "${other.text}" (${other.selector})`;
    return [{ rule: 'overlap', severity: 'error', selector: one.selector, text: one.text, message }];
  });
}

function touches(one: TextElement, other: TextElement): boolean {
  const [a, b] = [inkOf(one), inkOf(other)];
  return a.some((line) =>
    b.some((next) => {
      const { left, top, right, bottom } = intersection(line, next);
      return right - left > 2 && bottom - top > 2;
    }),
  );
}

/** Where letters are likely to be, of what is to be seen of a text. */
function inkOf({ lines, window, fontSize }: TextElement): Box[] {
  const spare = fontSize * 0.22;
  return lines.map((line) => {
    const shown = intersection(line, window);
    return { ...shown, top: shown.top + spare, bottom: shown.bottom - spare };
  });
}

function missingGlyphs({ document }: Survey): LintFinding[] {
  if (document.missingGlyphs.length === 0) return [];
  const message = `no font here can draw ${document.missingGlyphs.map(formatCodePoint).join(', ')}`;
  return [{ rule: 'missing-glyphs', severity: 'error', selector: '', text: '', message }];
}

function intersection(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** How far a box reaches out of another, in the direction where it does most. */
function outside(box: Box, frame: Box): number {
  return Math.max(sideways(box, frame), upAndDown(box, frame));
}

function sideways(box: Box, frame: Box): number {
  return Math.max(0, frame.left - box.left, box.right - frame.right);
}

function upAndDown(box: Box, frame: Box): number {
  return Math.max(0, frame.top - box.top, box.bottom - frame.bottom);
}
