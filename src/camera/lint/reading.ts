import { formatCodePoint } from '../../card/text.ts';
import { heightOf, meet, widthOf } from './box.ts';
import { contrastIn } from './contrast.ts';
import { seenInk, seenThrough } from './edges.ts';
import { findingAt, type Layout, type LintFinding, shorten } from './finding.ts';
import type { TextBlock, TextRun } from './survey.ts';

/** The width of a card in a feed, where WCAG's sizes of large text are judged. */
const feedWidth = 600;
/** The width at which a card must still be readable, and the least size of text there. */
const smallest = { width: 300, fontSize: 6 };
/** Boxes of ink are as wide as the line, so neighbours may share a hair of them. */
const hairPx = 2;

/** WCAG 2.2, 1.4.3: text that stands out too little from what is really behind it. */
export function contrast(layout: Layout): LintFinding[] {
  const read = layout.blocks.filter(({ isDecoration }) => !isDecoration);
  const measured = read.flatMap((block) => block.runs.flatMap((run) => tooPale(run, block, layout)));
  return [...measured, ...notMeasured(read)];
}

function tooPale(run: TextRun, { windows }: TextBlock, { document, ink, ground }: Layout): LintFinding[] {
  if (run.colorlessBy !== undefined || onlyEmoji.test(run.text)) return [];
  const wanted = isLarge(run, document.viewport.width) ? 3 : 4.5;
  const dotsPx = windows.some(({ end }) => end === 'ellipsis') ? ellipsisShare * run.fontSize : 0;
  const ratios = run.lines
    .map(({ ink, box }) => seenThrough(windows, meet(ink, box)))
    .map((seen) => contrastIn({ ...seen, left: seen.left + dotsPx, right: seen.right - dotsPx }, ink, ground))
    .filter((ratio) => ratio !== undefined);
  const least = Math.min(...ratios);
  if (least >= wanted) return [];
  const message = `stands out ${downTo2(least)}:1 from what is behind it; ${wanted}:1 is the least for text of its size`;
  return [findingAt(run, { rule: 'contrast', severity: 'error', message })];
}

/** An ellipsis, on whichever side, and the rest of the letter it replaces: no text is laid over them. */
const ellipsisShare = 1.5;

/** They bring their own colours. */
const onlyEmoji = /^(?:\p{RGI_Emoji}|\s)+$/v;

/** Once for each element that has the picture or the mask, however many texts are in it. */
function notMeasured(blocks: readonly TextBlock[]): LintFinding[] {
  const runs = blocks.flatMap((block) => block.runs);
  const first = new Map(runs.map((run) => [run.colorlessBy, run] as const).toReversed());
  return [...first].reverse().flatMap(([selector, run]) => {
    if (selector === undefined) return [];
    const message = 'is filled with a picture or fades out: its contrast is not measured';
    return [findingAt({ ...run, selector }, { rule: 'contrast', severity: 'info', message })];
  });
}

function isLarge({ fontSize, fontWeight }: TextRun, cardWidth: number): boolean {
  const shown = (fontSize * feedWidth) / cardWidth;
  return shown >= 24 || (shown >= 18.5 && fontWeight >= 700);
}

/** 4.499 is not enough, and must not be written as what is. */
function downTo2(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

/** Text that nobody can read where the card is shown small. */
export function smallText({ document, blocks }: Layout): LintFinding[] {
  const least = (smallest.fontSize * document.viewport.width) / smallest.width;
  return blocks.flatMap((block) => {
    const small = block.runs.filter(({ fontSize }) => fontSize < least - 0.05);
    const [run] = small;
    if (!run || block.isDecoration) return [];
    const size = Math.min(...small.map(({ fontSize }) => fontSize));
    const message = `${size.toFixed(1)} px is too small to be read on a card shown ${smallest.width} px wide; at least ${least.toFixed(1)} px`;
    const place = small.length === block.runs.length ? block : run;
    return [findingAt(place, { rule: 'small-text', severity: 'error', message })];
  });
}

/** Two texts, one over the other. */
export function overlap({ blocks }: Layout): LintFinding[] {
  const inks = blocks.map(seenInk);
  return blocks.flatMap((block, index) => {
    const at = inks.findIndex((ink, other) => other > index && touch(inks[index]!, ink));
    const other = blocks[at];
    if (!other) return [];
    const severity = block.isDecoration || other.isDecoration ? 'warning' : 'error';
    const message = `shares its place with "${shorten(other.text)}" (${other.selector})`;
    return [findingAt(block, { rule: 'overlap', severity, message })];
  });
}

function touch(one: ReturnType<typeof seenInk>, other: ReturnType<typeof seenInk>): boolean {
  return one.some((a) =>
    other.some((b) => {
      const shared = meet(a, b);
      return widthOf(shared) > hairPx && heightOf(shared) > hairPx;
    }),
  );
}

/** Characters that show as empty boxes, together for each text they are in. */
export function missingGlyphs({ document, blocks }: Layout): LintFinding[] {
  const places = Map.groupBy(document.missingGlyphs, (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    return blocks.find(({ text }) => text.includes(character));
  });
  return [...places].map(([block, codePoints]) => {
    const message = `no font here can draw ${codePoints.map(formatCodePoint).join(', ')}`;
    const place = block ?? { selector: '', text: String.fromCodePoint(...codePoints) };
    return findingAt(place, { rule: 'missing-glyphs', severity: 'error', message });
  });
}
