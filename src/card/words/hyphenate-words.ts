import { withSyllables } from './hyphenate.ts';
import type { Edit } from './edits.ts';
import type { Markup } from './read-markup.ts';

/**
 * Where the page may hyphenate a word. A code point that is no character: which elements are
 * hyphenated only the page knows, and soft hyphens of the author are their own.
 */
export const syllable = '\ufdd0';

const reference = /(&[^;\s&]{1,32};)/;

/** The words of a card with a mark between syllables; those of a fitted element have marks of their own. */
export function hyphenateWords(source: string, { words }: Markup): Edit[] {
  return words.flatMap(({ start, end, language, isFitted }) => {
    const text = source.slice(start, end);
    if (isFitted || text.includes('<')) return [];
    const parts = text.split(reference);
    const marked = parts
      .map((part) => (reference.test(part) ? part : withSyllables(part, language, syllable)))
      .join('');
    return marked === text ? [] : [{ start, end, text: marked }];
  });
}
