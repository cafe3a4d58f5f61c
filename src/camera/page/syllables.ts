import { syllable } from '../../card/words/hyphenate-words.ts';

/** Runs in the page: makes soft hyphens of the marks between syllables where a text is hyphenated, and nothing elsewhere. */
export const useSyllables = `() => {
  if (!document.documentElement.hasAttribute('data-syllables')) return;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { currentNode: text } = words;
    if (!text.data.includes('${syllable}')) continue;
    const isAuto = getComputedStyle(text.parentElement).hyphens === 'auto';
    text.data = text.data.replaceAll('${syllable}', isAuto ? '\\u00ad' : '');
  }
}`;
