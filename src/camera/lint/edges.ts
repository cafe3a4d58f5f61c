import { type Box, farthestReach, heightOf, meet, reachOf, widthOf } from './box.ts';
import { findingAt, type Layout, type LintFinding } from './finding.ts';
import type { Line, TextBlock, Window } from './survey.ts';

/** Edges of letters are blurred over a pixel, and a box of a font ends beside its last letter. */
const hairPx = 1;
const sideHairShare = 0.1;

/** Text that the edge of the card cuts, and boxes of text that it cuts. */
export function overflow({ document, blocks }: Layout): LintFinding[] {
  const { width, height } = document.viewport;
  const card = { left: 0, top: 0, right: width, bottom: height };
  return blocks.flatMap((block) => {
    if (block.windows.some(({ end }) => end === 'fade')) return [];
    const letters = farthest(seenInk(block), card);
    if (letters && letters.reach > hairPx) {
      const message = `reaches ${px(letters.reach)} beyond the ${letters.side} edge of the card`;
      return [findingAt(block, { rule: 'overflow', severity: 'error', message })];
    }
    const frame = block.frame && farthest([seenThrough(block.windows, block.frame)], card);
    if (!frame || frame.reach <= hairPx) return [];
    const message = `its box reaches ${px(frame.reach)} beyond the ${frame.side} edge of the card`;
    return [findingAt(block, { rule: 'overflow', severity: 'warning', message })];
  });
}

/** Text that a box hides without a word: letters cut through, lines or all of it gone. */
export function clipped({ blocks }: Layout): LintFinding[] {
  return blocks.flatMap((block) => {
    for (const window of block.windows) {
      const hidden = hiddenBy(window, block);
      if (!hidden) continue;
      const severity = hidden.isAll && showsOthers(window, block, blocks) ? 'info' : 'error';
      const message = `${hidden.what} hidden by ${window.selector}`;
      return [findingAt(block, { rule: 'clipped', severity, message })];
    }
    return [];
  });
}

function hiddenBy(window: Window, block: TextBlock): { what: string; isAll: boolean } | undefined {
  if (window.end === 'fade') return undefined;
  const lines = linesOf(block);
  const gone = lines.filter((line) => isGone(line, window));
  const cut = lines.filter((line) => !gone.includes(line)).map((line) => cutOff(line, window, block));
  const most = Math.max(0, ...cut);
  if (most > 0) return { what: `${px(most)} of its letters are`, isAll: false };
  if (gone.length === 0 || window.end === 'ellipsis') return undefined;
  if (gone.length === lines.length) return { what: 'all of it is', isAll: true };
  return { what: `${gone.length} of its ${lines.length} lines are`, isAll: false };
}

/** Where the rest of a list is left away, its window still shows what came before. */
function showsOthers(window: Window, block: TextBlock, blocks: readonly TextBlock[]): boolean {
  return blocks.some(
    (other) =>
      other !== block &&
      other.windows.some(({ selector }) => selector === window.selector) &&
      linesOf(other).some((line) => !isGone(line, window)),
  );
}

function isGone({ ink }: Line, { box }: Window): boolean {
  const seen = meet(ink, box);
  return widthOf(seen) <= hairPx || heightOf(seen) <= hairPx;
}

/** How much of a line that is partly seen is not. At its end an ellipsis may stand for it. */
function cutOff(line: Line, { box, end }: Window, { runs }: TextBlock): number {
  const { left, top, right, bottom } = reachOf(line.ink, box);
  const down = Math.max(top, bottom);
  const across = Math.max(left, right);
  const sideHairPx = Math.max(hairPx, sideHairShare * Math.max(...runs.map(({ fontSize }) => fontSize)));
  return Math.max(down > hairPx ? down : 0, across > sideHairPx && end === 'none' ? across : 0);
}

/** Text that is too long and says so: once for each box that cuts it. */
export function clamped({ blocks }: Layout): LintFinding[] {
  const cut = blocks.flatMap((block) => {
    const window = block.windows.find(({ end }) => end !== 'none');
    if (!window || linesOf(block).every(({ ink }) => isInside(ink, window.box))) return [];
    return [{ selector: window.selector, text: block.text, box: window.box }];
  });
  const message = 'is too long for its place and was cut';
  return [...Map.groupBy(cut, ({ selector }) => selector).values()].map(([first]) =>
    findingAt(first!, { rule: 'clamped', severity: 'info', message }),
  );
}

/** Text that is lost where a small card shows the square in the middle and nothing else. */
export function squareCrop({ document, blocks }: Layout): LintFinding[] {
  const { width, height } = document.viewport;
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  const square = { left, top, right: left + side, bottom: top + side };
  return blocks.flatMap((block) => {
    const letters = farthest(seenInk(block), square);
    if (!letters || letters.reach <= hairPx || block.isDecoration) return [];
    const message = `reaches ${px(letters.reach)} beyond the square that small cards are cropped to`;
    return [findingAt(block, { rule: 'square-crop', severity: 'info', message })];
  });
}

export function linesOf({ runs }: TextBlock): Line[] {
  return runs.flatMap(({ lines }) => lines);
}

/** The ink of every line that can be seen, as far as it can. */
export function seenInk(block: TextBlock): Box[] {
  return linesOf(block)
    .map(({ ink }) => seenThrough(block.windows, ink))
    .filter((ink) => widthOf(ink) > 0 && heightOf(ink) > 0);
}

export function seenThrough(windows: readonly Window[], box: Box): Box {
  return windows.map((window) => window.box).reduce(meet, box);
}

function isInside(box: Box, frame: Box): boolean {
  return farthestReach(box, frame).reach <= hairPx;
}

function farthest(boxes: readonly Box[], frame: Box) {
  return boxes.map((box) => farthestReach(box, frame)).sort((one, other) => other.reach - one.reach)[0];
}

function px(length: number): string {
  return `${Math.max(1, Math.round(length))} px`;
}
