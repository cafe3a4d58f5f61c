/** Languages whose writing shares Han characters and draws them differently. */
export type HanLanguage = 'ja' | 'ko' | 'zh-Hans' | 'zh-Hant';

/** Scripts that tell how a text is set, each with the language most of its readers read. */
const languageOfScript: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Bopomofo}/gu, 'zh-Hant'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Thai}/gu, 'th'],
];

/**
 * The language a text is marked with, by the script it has most of: it decides national forms
 * of Han characters, where lines break and how far apart they are. Where the site's own
 * language has that script too, it knows better: a Persian site writes Persian, not Arabic.
 * Han characters alone do not tell, so there a site in Chinese, Japanese or Korean decides, and
 * else they are Simplified Chinese, which most of them are.
 *
 * Greek and Cyrillic tell nothing: a few Greek letters are mathematics, and Cyrillic is a dozen
 * languages, of which the site's is the best guess.
 *
 * @param siteLanguage any valid BCP 47 tag.
 */
export function guessLanguage(text: string, siteLanguage = 'en'): string {
  let [guess, most] = [siteLanguage, 0];
  for (const [script, language] of languageOfScript) {
    const count = text.match(script)?.length ?? 0;
    if (count > most) [guess, most] = [language, count];
  }
  if (most > 0) return scriptOf(siteLanguage) === scriptOf(guess) ? siteLanguage : guess;
  return /\p{Script=Han}/u.test(text) && !hanLanguage(siteLanguage) ? 'zh-Hans' : siteLanguage;
}

/** Whose Han characters a language writes: `zh-TW`, `zh-HK` and `yue` are Traditional. */
export function hanLanguage(language: string): HanLanguage | undefined {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === 'ja' || base === 'ko') return base;
  if (script === 'Hant' || script === 'Hanb' || script === 'Bopo') return 'zh-Hant';
  return script === 'Hans' || base === 'zh' ? 'zh-Hans' : undefined;
}

/** The script a language is written in, by its ISO 15924 name: `Latn` for `sr-Latn`, `Arab` for `ur`. */
export function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn';
}

/** Which way a language is written, by its script: a card in Arabic is laid out from the right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);
