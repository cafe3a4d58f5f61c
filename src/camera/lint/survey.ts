import type { Box } from './box.ts';
import { hideLetters, showInk } from './page/ink.ts';
import { linesOf } from './page/lines.ts';
import { selectorOf } from './page/selector.ts';
import { windowsOf } from './page/windows.ts';

export interface Line {
  /** As the browser counts, with the whole height of the font. */
  readonly box: Box;
  /** Where its letters have ink. */
  readonly ink: Box;
}

/** The words that one element has of its own, in one style. */
export interface TextRun {
  readonly selector: string;
  readonly text: string;
  readonly lines: readonly Line[];
  /** In pixels of the card, as it is drawn. */
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: string;
  readonly textTransform: string;
  /** Its whole list, as CSS writes it. */
  readonly fontFamily: string;
  /** What fills it with a picture or fades it out: no one colour is that of its letters. */
  readonly colorlessBy?: string | undefined;
}

/** A box around text that hides what reaches out of it. */
export interface Window {
  readonly selector: string;
  readonly box: Box;
  /** How it says that there was more, if it does. */
  readonly end: 'ellipsis' | 'fade' | 'none';
}

/** A paragraph, a headline, a label: what the words of one block are to a reader. */
export interface TextBlock {
  readonly selector: string;
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly windows: readonly Window[];
  /** Its box, where that can be seen: it has a background or a border. */
  readonly frame?: Box | undefined;
  /** Inside `aria-hidden`: a drawing made of letters. */
  readonly isDecoration: boolean;
}

/** Runs in the page: each text node that can be seen, with what is to be known of its looks. */
const textsOf = `() => {
  const isTurned = ({ transform, rotate, writingMode }) =>
    /matrix3d|matrix\\(\\S+ (?!0,)/.test(transform) || rotate !== 'none' || writingMode !== 'horizontal-tb';
  const isColorless = ({ backgroundClip, maskImage }) => backgroundClip.includes('text') || maskImage !== 'none';
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const above = chain(element).map((at) => ({ element: at, style: getComputedStyle(at) }));
    const [{ style }] = above;
    const color = element instanceof SVGElement ? style.fill : style.webkitTextFillColor;
    const colorlessBy = color.startsWith('url') ? element : above.find(({ style }) => isColorless(style))?.element;
    if (!colorlessBy && (color === 'none' || isClear(color))) continue;
    const lines = linesOf(node, style, above.some(({ style }) => isTurned(style)));
    if (lines.length > 0 || node.data.trim() === '') texts.push({ node, element, style, color, colorlessBy, lines });
  }
  return texts;
}`;

/** Runs in the page: what texts of one block, and in it of one element, have in common. */
const blocksOf = `(texts) => {
  const isInline = (element) => /^(inline|contents|ruby.*)$/.test(getComputedStyle(element).display);
  const blockOf = (element) => element.closest('text') ?? chain(element).find((at) => !isInline(at));
  const isPainted = ({ backgroundColor, backgroundImage, backgroundClip, borderStyle }) =>
    !backgroundClip.includes('text') &&
    (!isClear(backgroundColor) || backgroundImage !== 'none' || /solid|dashed|dotted|double/.test(borderStyle));
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const wordsOf = (texts) => texts.map(({ node }) => node.data).join('').replace(/\\s+/g, ' ').trim();
  const runOf = (texts) => {
    const [{ element, style, lines, colorlessBy }] = texts;
    return {
      selector: selectorOf(element),
      text: wordsOf(texts),
      lines: texts.flatMap(({ lines }) => lines),
      fontSize: parseFloat(style.fontSize) * lines[0].scale,
      fontWeight: Number(style.fontWeight),
      fontStyle: style.fontStyle,
      textTransform: style.textTransform,
      fontFamily: style.fontFamily,
      colorlessBy: colorlessBy && selectorOf(colorlessBy),
    };
  };
  return [...Map.groupBy(texts, ({ element }) => blockOf(element))].flatMap(([element, texts]) => {
    const seen = texts.filter(({ lines }) => lines.length > 0);
    return seen.length === 0 ? [] : [{
      selector: selectorOf(element),
      text: wordsOf(texts),
      runs: [...Map.groupBy(seen, ({ element }) => element).values()].map(runOf),
      windows: windowsOf(element).map(({ element, ...rest }) => ({ ...rest, selector: selectorOf(element) })),
      frame: isPainted(getComputedStyle(element)) ? plain(element.getBoundingClientRect()) : undefined,
      isDecoration: element.closest('[aria-hidden=true]') !== null,
    }];
  });
}`;

/**
 * Runs in the page: all of its text that can be seen, and where it came to lie. Afterwards the
 * page shows the colours of the letters in their place, see {@link showInk}.
 */
export const survey = `(() => {
  const chain = (element) => (element ? [element, ...chain(element.parentElement)] : []);
  const isClear = (color) => /^rgba.* 0\\)$|\\/ 0\\)$/.test(color);
  const selectorOf = ${selectorOf};
  const linesOf = ${linesOf};
  const windowsOf = ${windowsOf};
  const texts = (${textsOf})();
  const blocks = (${blocksOf})(texts);
  (${showInk})(texts.filter(({ lines, colorlessBy }) => lines.length > 0 && !colorlessBy), (${hideLetters})());
  return blocks;
})()`;
