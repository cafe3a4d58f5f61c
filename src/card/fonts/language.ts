/** Languages whose writing shares Han characters and draws them differently. */
export type HanLanguage = 'ja' | 'ko' | 'zh-Hans' | 'zh-Hant';

/**
 * Scripts that tell how a text is set, by their ISO 15924 names, each with the language most of
 * its readers read. A word of Japanese or Korean is enough, for the sake of Han characters.
 */
const eastAsian = { Hira: 'ja', Kana: 'ja', Hang: 'ko', Bopo: 'zh-Hant' };
const others = {
  ...{ Arab: 'ar', Hebr: 'he', Syrc: 'syr', Thaa: 'dv', Nkoo: 'nqo', Adlm: 'ff-Adlm', Rohg: 'rhg' },
  ...{ Deva: 'hi', Beng: 'bn', Guru: 'pa', Gujr: 'gu', Orya: 'or', Taml: 'ta', Telu: 'te', Knda: 'kn' },
  ...{ Mlym: 'ml', Sinh: 'si', Olck: 'sat', Mtei: 'mni-Mtei', Newa: 'new-Newa', Sylo: 'syl', Saur: 'saz' },
  ...{ Thai: 'th', Laoo: 'lo', Khmr: 'km', Mymr: 'my', Java: 'jv-Java', Bali: 'ban-Bali', Sund: 'su-Sund' },
  ...{ Cham: 'cjm', Lana: 'nod', Talu: 'khb', Tale: 'tdd', Tavt: 'blt', Kali: 'eky', Lisu: 'lis' },
  ...{ Tibt: 'bo', Mong: 'mn-Mong', Yiii: 'ii', Lepc: 'lep', Limb: 'lif', Geor: 'ka', Armn: 'hy' },
  ...{ Ethi: 'am', Tfng: 'zgh', Vaii: 'vai', Bamu: 'bax', Cher: 'chr', Cans: 'iu' },
};
const languageOfScript = [...Object.entries(eastAsian), ...Object.entries(others)].map(
  ([script, language]) => ({
    letters: new RegExp(`\\p{Script=${script}}`, 'gu'),
    language,
    needsShare: script in others,
  }),
);

/** Fewer letters than that for one of Latin are a quotation, or a face such as ಠ_ಠ. */
const leastShare = 1 / 3;

/**
 * The language a text is marked with, by the script it has most of: it decides national forms
 * of Han characters, where lines break and how far apart they are. Where the site's own
 * language has that script too, it knows better: a Persian site writes Persian, not Arabic.
 * Han characters alone do not tell, so there a site in Chinese, Japanese or Korean decides, and
 * else they are Simplified Chinese, which most of them are.
 *
 * A few letters among many Latin ones tell nothing, except of Japanese and Korean.
 *
 * Greek and Cyrillic tell nothing: a few Greek letters are mathematics, and Cyrillic is a dozen
 * languages, of which the site's is the best guess.
 *
 * @param siteLanguage any valid BCP 47 tag.
 */
export function guessLanguage(text: string, siteLanguage = 'en'): string {
  const hasOthers = /[^\0-\u02ff]/.test(text); // a Latin text need not be looked through for fifty scripts
  let [guess, most] = [siteLanguage, 0];
  const latin = hasOthers ? (text.match(/\p{Script=Latin}/gu)?.length ?? 0) : 0;
  for (const { letters, language, needsShare } of hasOthers ? languageOfScript : []) {
    const count = text.match(letters)?.length ?? 0;
    if (needsShare && count < latin * leastShare) continue;
    if (count > most) [guess, most] = [language, count];
  }
  if (most > 0) return scriptOf(siteLanguage) === scriptOf(guess) ? siteLanguage : guess;
  return /\p{Script=Han}/u.test(text) && !hanLanguage(siteLanguage) ? 'zh-Hans' : siteLanguage;
}

/** Whose Han characters a language writes: `zh-TW`, `zh-HK` and `yue` are Traditional. */
export function hanLanguage(language: string): HanLanguage | undefined {
  const { language: base, script } = likely(language);
  if (base === 'ja' || base === 'ko') return base;
  if (script === 'Hant' || script === 'Hanb' || script === 'Bopo') return 'zh-Hant';
  return script === 'Hans' || base === 'zh' ? 'zh-Hans' : undefined;
}

/** The script a language is written in, by its ISO 15924 name: `Latn` for `sr-Latn`, `Arab` for `ur`. */
export function scriptOf(language: string): string {
  return likely(language).script ?? 'Latn';
}

type Likely = Pick<Intl.Locale, 'language' | 'script'>;

/** Asked several times for each card, of which most are in the same language. */
const known = new Map<string, Likely>();
const maxKnown = 200;

function likely(tag: string): Likely {
  let found = known.get(tag);
  if (!found) {
    const { language, script } = new Intl.Locale(tag).maximize();
    found = { language, script };
    if (known.size >= maxKnown) known.clear();
    known.set(tag, found);
  }
  return found;
}

/** Which way a language is written, by its script: a card in Arabic is laid out from the right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Letters that reach about as far up and down as Latin ones do with an accent: 1.2 em. */
const usual = 1;

// By the ink of headlines: in Balinese a line is 1.9 em from the highest mark to the lowest foot.
const tallness: Readonly<Record<string, number>> = {
  ...{ Arab: 1.3, Syrc: 1.3, Nkoo: 1.3, Deva: 1.3, Beng: 1.3, Guru: 1.3, Gujr: 1.3, Orya: 1.3, Taml: 1.3 },
  ...{ Telu: 1.3, Knda: 1.3, Mlym: 1.3, Sinh: 1.3, Mtei: 1.3, Sylo: 1.3, Saur: 1.3, Thai: 1.3, Laoo: 1.3 },
  ...{ Cham: 1.3, Limb: 1.3, Lepc: 1.3, Khmr: 1.4, Mymr: 1.4, Newa: 1.5, Lana: 1.5, Tibt: 1.6 },
  ...{ Java: 1.7, Bali: 1.7 },
};

/** How much farther apart lines of a language are set than those of a Latin one, by its script. */
export function tallnessOf(language: string): number {
  return tallness[scriptOf(language)] ?? usual;
}
