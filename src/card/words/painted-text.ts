import type { StyleWords } from '../styles/style-words.ts';
import type { Markup } from './read-markup.ts';
import { transformed } from './transforms.ts';

/** Whichever of them a language has, for `open-quote` and `<q>`. */
const quotationMarks = ' “ ” ‘ ’ „ ‚ « » ‹ ›';
const eastAsianQuotationMarks = ' 「 」 『 』';

/** ASCII is there in any case: dots of what is cut, hyphens, the figures of lists. */
const always = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index)).join('');

interface Painted {
  /** The words of the markup. */
  readonly text: string;
  /** Markup that has more than words between tags. */
  readonly markup: Markup | undefined;
  readonly words: StyleWords;
  readonly language: string;
}

/** All that may be drawn on a card: its words, what stylesheets make of them, and what they add. */
export function paintedText({ text, markup, words, language }: Painted): string {
  const languages = markup ? [...markup.languages] : [[language, text] as const];
  const changed =
    words.transforms.length === 0
      ? []
      : languages.map(([each, said]) => transformed(said, words.transforms, spelled(each, language)));
  const hasQuotes = words.hasQuotes || markup?.hasQuotes;
  const quotes = hasQuotes ? quotesOf([language, ...languages.map(([each]) => each)]) : '';
  return [text, ...changed, words.letters, quotes, always].join(' ');
}

function quotesOf(languages: readonly string[]): string {
  const isEastAsian = languages.some((language) => /^(?:ja|zh)\b/i.test(language));
  return quotationMarks + (isEastAsian ? eastAsianQuotationMarks : '');
}

/** A language as an element names it may be none. */
function spelled(language: string, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? fallback;
  } catch {
    return fallback;
  }
}
