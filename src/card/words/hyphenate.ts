import { createRequire } from 'node:module';
import createHyphenator, { type HyphenationFunctionSync, type PatternsDefinition } from 'hyphen';

const require: (file: string) => unknown = createRequire(import.meta.url);

/**
 * Languages with their patterns, which are TeX's: what Chromium has of them is not in the
 * headless shell. Spelled out, so that bundlers see them, and loaded by the first word that needs
 * them, which then waits for a quarter of a second.
 */
const patterns: Readonly<Record<string, () => unknown>> = {
  af: () => require('hyphen/patterns/af.js'),
  as: () => require('hyphen/patterns/as.js'),
  be: () => require('hyphen/patterns/be.js'),
  bg: () => require('hyphen/patterns/bg.js'),
  bn: () => require('hyphen/patterns/bn.js'),
  ca: () => require('hyphen/patterns/ca.js'),
  cs: () => require('hyphen/patterns/cs.js'),
  cy: () => require('hyphen/patterns/cy.js'),
  da: () => require('hyphen/patterns/da.js'),
  de: () => require('hyphen/patterns/de-1996.js'),
  el: () => require('hyphen/patterns/el-monoton.js'),
  en: () => require('hyphen/patterns/en-us.js'),
  es: () => require('hyphen/patterns/es.js'),
  et: () => require('hyphen/patterns/et.js'),
  eu: () => require('hyphen/patterns/eu.js'),
  fi: () => require('hyphen/patterns/fi.js'),
  fr: () => require('hyphen/patterns/fr.js'),
  ga: () => require('hyphen/patterns/ga.js'),
  gl: () => require('hyphen/patterns/gl.js'),
  gu: () => require('hyphen/patterns/gu.js'),
  hi: () => require('hyphen/patterns/hi.js'),
  hr: () => require('hyphen/patterns/hr.js'),
  hu: () => require('hyphen/patterns/hu.js'),
  hy: () => require('hyphen/patterns/hy.js'),
  id: () => require('hyphen/patterns/id.js'),
  is: () => require('hyphen/patterns/is.js'),
  it: () => require('hyphen/patterns/it.js'),
  ka: () => require('hyphen/patterns/ka.js'),
  kn: () => require('hyphen/patterns/kn.js'),
  la: () => require('hyphen/patterns/la.js'),
  lt: () => require('hyphen/patterns/lt.js'),
  lv: () => require('hyphen/patterns/lv.js'),
  mk: () => require('hyphen/patterns/mk.js'),
  ml: () => require('hyphen/patterns/ml.js'),
  mn: () => require('hyphen/patterns/mn-cyrl.js'),
  mr: () => require('hyphen/patterns/mr.js'),
  nb: () => require('hyphen/patterns/nb.js'),
  nl: () => require('hyphen/patterns/nl.js'),
  nn: () => require('hyphen/patterns/nn.js'),
  no: () => require('hyphen/patterns/nb.js'),
  or: () => require('hyphen/patterns/or.js'),
  pa: () => require('hyphen/patterns/pa.js'),
  pl: () => require('hyphen/patterns/pl.js'),
  pt: () => require('hyphen/patterns/pt.js'),
  ro: () => require('hyphen/patterns/ro.js'),
  ru: () => require('hyphen/patterns/ru.js'),
  sk: () => require('hyphen/patterns/sk.js'),
  sl: () => require('hyphen/patterns/sl.js'),
  sq: () => require('hyphen/patterns/sq.js'),
  sr: () => require('hyphen/patterns/sr-cyrl.js'),
  sv: () => require('hyphen/patterns/sv.js'),
  ta: () => require('hyphen/patterns/ta.js'),
  te: () => require('hyphen/patterns/te.js'),
  tk: () => require('hyphen/patterns/tk.js'),
  tr: () => require('hyphen/patterns/tr.js'),
  uk: () => require('hyphen/patterns/uk.js'),
};

const loaded = new Map<string, HyphenationFunctionSync>();

/** Browsers leave shorter words alone. */
const shortestWord = 5;
const wholeWord = new RegExp(
  String.raw`(?<![\u00ad\p{L}\p{M}])[\p{L}\p{M}]{${shortestWord},}(?![\u00ad\p{L}\p{M}])`,
  'gu',
);

/** A word with soft hyphens between its syllables; as it is in a language without patterns. */
export function hyphenated(word: string, language: string): string {
  return hyphenatorOf(language)?.(word) ?? word;
}

/**
 * A text with a mark between the syllables of its words, as `hyphens: auto` has them: no word
 * that has soft hyphens, and in English no name.
 */
export function withSyllables(text: string, language: string, mark: string): string {
  const isEnglish = baseOf(language) === 'en';
  return text.replaceAll(wholeWord, (word) =>
    isEnglish && /^\p{Lu}/u.test(word) ? word : hyphenated(word, language).replaceAll('\u00ad', mark),
  );
}

function hyphenatorOf(language: string): HyphenationFunctionSync | undefined {
  const base = baseOf(language);
  const known = loaded.get(base);
  if (known || !Object.hasOwn(patterns, base)) return known;
  const hyphenate = createHyphenator(patterns[base]!() as PatternsDefinition, {
    minWordLength: shortestWord,
  });
  loaded.set(base, hyphenate as HyphenationFunctionSync); // it is not asked to be asynchronous
  return hyphenate as HyphenationFunctionSync;
}

function baseOf(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase();
}
