import type { CssNode } from 'css-tree';
import { ident } from 'css-tree/utils';
import walk from 'css-tree/walker';
import { lettersOfCounterStyle } from '../words/counter-styles.ts';
import { emphasisMarks } from '../words/emphasis-marks.ts';

/** What a stylesheet draws, and what it does to the words of a card. */
export interface StyleWords {
  /** What it may draw by itself, beyond ASCII. */
  readonly letters: string;
  /** Attributes whose values it draws. */
  readonly attributes: readonly string[];
  /** Values of `text-transform`. */
  readonly transforms: readonly string[];
  readonly weights: readonly number[];
  readonly isItalic: boolean;
  /** Whether something is hyphenated by the browser. */
  readonly isHyphenated: boolean;
  /** Whether there are the quotation marks of the language. */
  readonly hasQuotes: boolean;
  /** Whether it says itself which signs are pictures. */
  readonly choosesEmoji: boolean;
}

export type StyleWordsDraft = {
  -readonly [Key in keyof StyleWords]: StyleWords[Key] extends readonly (infer Item)[]
    ? Item[]
    : StyleWords[Key];
};

export function emptyWords(): StyleWordsDraft {
  return {
    letters: '',
    attributes: [],
    transforms: [],
    weights: [],
    isItalic: false,
    isHyphenated: false,
    hasQuotes: false,
    choosesEmoji: false,
  };
}

/** Adds what a declaration says; `property` is in lower case. */
export function noteWords(words: StyleWordsDraft, property: string, children: readonly CssNode[]): void {
  const idents = children.flatMap((node) => (node.type === 'Identifier' ? node.name.toLowerCase() : []));
  if (property === 'text-transform') words.transforms.push(...idents);
  if (/^font(?:-variant(?:-caps)?)?$/.test(property) && idents.some((word) => word.endsWith('small-caps'))) {
    words.transforms.push('uppercase'); // of the small letters capitals are made
  }
  if (/^(?:font|font-style)$/.test(property))
    words.isItalic ||= idents.includes('italic') || idents.includes('oblique');
  if (/^(?:font|font-weight)$/.test(property) || property.startsWith('--'))
    noteWeights(words, children, idents);
  if (/^(?:-webkit-)?hyphens$/.test(property))
    words.isHyphenated ||= idents.includes('auto') || hasFunction(children);
  if (/^(?:-webkit-)?text-emphasis/.test(property)) words.letters += emphasisMarks(idents);
  if (property === 'font-variant-emoji') words.choosesEmoji = true;
  if (property.startsWith('list-style')) words.letters += idents.map(lettersOfCounterStyle).join('');
  if (property === 'content')
    words.hasQuotes ||= idents.includes('open-quote') || idents.includes('close-quote');
  if (!/^(?:font|font-family|src)$/.test(property)) noteLetters(words, children);
}

/** Numbers of a variable count where they could be a weight: others add a font that is hardly asked for. */
function noteWeights(words: StyleWordsDraft, children: readonly CssNode[], idents: readonly string[]): void {
  for (const node of children) {
    const number = node.type === 'Number' ? Number(node.value) : 0;
    if (number >= 100 && number <= 1000) words.weights.push(number);
  }
  if (idents.includes('lighter')) words.weights.push(100);
  if (idents.includes('bolder')) words.weights.push(900);
}

function hasFunction(children: readonly CssNode[]): boolean {
  return children.some(({ type }) => type === 'Function');
}

/** All strings and names that are not ASCII, wherever they are: most are drawn, and a font too many does no harm. */
function noteLetters(words: StyleWordsDraft, children: readonly CssNode[]): void {
  for (const child of children) {
    walk(child, (node) => {
      if (node.type === 'String') words.letters += lettersOf(node.value);
      else if (node.type === 'Identifier') words.letters += lettersOf(ident.decode(node.name));
      else if (node.type === 'Function')
        noteFunction(words, node.name.toLowerCase(), node.children.toArray());
    });
  }
}

function noteFunction(words: StyleWordsDraft, name: string, children: readonly CssNode[]): void {
  const names = children.flatMap((node) => (node.type === 'Identifier' ? node.name : []));
  if (name === 'attr' && names[0]) words.attributes.push(names[0].toLowerCase());
  if (name === 'counter' || name === 'counters') words.letters += names.map(lettersOfCounterStyle).join('');
}

/** A sign with what stands before it, for what is made of both. */
function lettersOf(text: string): string {
  return ` ${text.match(/[^]?[^\0-\x7f]+/g)?.join(' ') ?? ''}`;
}

export function mergeWords(all: readonly StyleWords[]): StyleWords {
  return {
    letters: all.map(({ letters }) => letters).join(''),
    attributes: [...new Set(all.flatMap(({ attributes }) => attributes))],
    transforms: [...new Set(all.flatMap(({ transforms }) => transforms))],
    weights: [...new Set(all.flatMap(({ weights }) => weights))].sort((a, b) => a - b),
    isItalic: all.some(({ isItalic }) => isItalic),
    isHyphenated: all.some(({ isHyphenated }) => isHyphenated),
    hasQuotes: all.some(({ hasQuotes }) => hasQuotes),
    choosesEmoji: all.some(({ choosesEmoji }) => choosesEmoji),
  };
}
