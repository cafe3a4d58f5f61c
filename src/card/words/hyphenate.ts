import createHyphenator, { type HyphenationFunctionSync, type PatternsDefinition } from 'hyphen';

/** Shorter words are rather set smaller. */
export const shortestHyphenated = 18;
const hasLongWord = new RegExp(String.raw`[\p{L}\p{M}]{${shortestHyphenated}}`, 'u');

/**
 * Languages with words that long, each with its patterns, which are TeX's: what Chromium has of
 * them is not in the headless shell. Spelled out, so that bundlers see them.
 */
const patterns: Readonly<Record<string, () => Promise<{ default: PatternsDefinition }>>> = {
  cs: () => import('hyphen/patterns/cs.js'),
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  es: () => import('hyphen/patterns/es.js'),
  et: () => import('hyphen/patterns/et.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  hu: () => import('hyphen/patterns/hu.js'),
  is: () => import('hyphen/patterns/is.js'),
  it: () => import('hyphen/patterns/it.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  nn: () => import('hyphen/patterns/nn.js'),
  no: () => import('hyphen/patterns/nb.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  tr: () => import('hyphen/patterns/tr.js'),
  uk: () => import('hyphen/patterns/uk.js'),
};

const loaded = new Map<string, HyphenationFunctionSync>();

/** Loads what {@link hyphenated} needs for these words: nothing for most, once what takes a quarter of a second. */
export async function loadHyphenation(words: string, language: string): Promise<void> {
  const base = baseOf(language);
  const load = patterns[base];
  if (!load || loaded.has(base) || !hasLongWord.test(words)) return;
  const { default: known } = await load();
  const hyphenate = createHyphenator(known, { minWordLength: shortestHyphenated });
  loaded.set(base, hyphenate as HyphenationFunctionSync); // it is not asked to be asynchronous
}

/** A long word with soft hyphens between its syllables; as it is in a language without patterns. */
export function hyphenated(word: string, language: string): string {
  return loaded.get(baseOf(language))?.(word) ?? word;
}

function baseOf(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase();
}
