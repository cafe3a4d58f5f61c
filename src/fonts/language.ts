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
 * of Han characters, where lines break and how far apart they are. Han characters alone do
 * not tell, so there the site's own language decides, and else Simplified Chinese, which most
 * of them are.
 */
export function guessLanguage(text: string, siteLanguage = 'en'): string {
  let [guess, most] = [siteLanguage, 0];
  for (const [script, language] of languageOfScript) {
    const count = text.match(script)?.length ?? 0;
    if (count > most) [guess, most] = [language, count];
  }
  const usesHan = /\p{Script=Han}/u.test(text);
  return most === 0 && usesHan ? (hanLanguage(siteLanguage) ?? 'zh-Hans') : guess;
}

/** Whose Han characters a language writes; BCP 47, so `zh-TW` and `zh-Hant-HK` are Traditional. */
export function hanLanguage(language: string): HanLanguage | undefined {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === 'ja' || base === 'ko') return base;
  if (base !== 'zh' && base !== 'yue') return undefined;
  return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}
