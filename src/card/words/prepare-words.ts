import { directionOf } from '../fonts/language.ts';
import { breakWords } from './break-words.ts';
import { directionOfText } from './direction.ts';
import { isWords, type Piece, piecesOf } from './markup.ts';

interface Element {
  readonly name: string;
  /** Where it begins, if its direction is for us to find. */
  readonly auto: number | undefined;
  readonly isHeadline: boolean;
  text: string;
}

const isAuto = /\sdir="auto"/;
const isFitted = /\sdata-fit\b/;

/**
 * The markup of a card with its words made ready for their language: which way each runs that
 * has `dir="auto"`, and where those that are fitted (`data-fit`) may be broken. Code is left
 * as it is.
 */
export function prepareWords(html: string, language: string): string {
  const output: string[] = [];
  const open: Element[] = [];
  for (const piece of piecesOf(html)) {
    const parent = open.at(-1);
    const isHeadline = isWords(piece) && parent?.isHeadline;
    output.push(isHeadline ? breakWords(piece.html, language) : piece.html);
    if (piece.kind === 'open') open.push(elementOf(piece, parent, output.length - 1));
    else if (piece.kind === 'close') close(piece.name, open, output, language);
    else if (isWords(piece) && parent) parent.text += piece.html.replaceAll(/&[^;\s]+;/g, ' ');
  }
  return output.join('');
}

function elementOf({ name, attributes }: Piece, parent: Element | undefined, at: number): Element {
  const isHeadline = name !== 'pre' && (isFitted.test(attributes) || parent?.isHeadline === true);
  return { name, auto: isAuto.test(attributes) ? at : undefined, isHeadline, text: '' };
}

/** Ends the innermost element of that name; its words are words of its parent too. */
function close(name: string, open: Element[], output: string[], language: string): void {
  const from = open.findLastIndex((element) => element.name === name);
  if (from === -1) return;
  for (const { auto, text } of open.splice(from).reverse()) {
    const parent = open.at(-1);
    if (parent) parent.text += text;
    const direction = auto === undefined ? undefined : directionOfText(text, directionOf(language));
    if (direction) output[auto!] = output[auto!]!.replace(isAuto, ` dir="${direction}"`);
  }
}
