import { knownLanguage } from '../../../card/fonts/known-language.ts';
import { scriptOf } from '../../../card/fonts/language.ts';
import { isLong, languageByLetters, languageBySmallWords } from './guess.ts';
import { kindOfHan, mainScript, type Script } from './scripts.ts';

/** What a page says of its language, as it is written there: BCP 47, `zh_TW`, or nonsense. */
export interface DeclaredLanguages {
  /** Of the element that most of the text is in, where it is marked otherwise than the page. */
  readonly inner?: string | undefined;
  readonly html?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly ogLocale?: string | undefined;
  readonly jsonLd?: string | undefined;
}

/** Languages that are written in more than one script. */
const inSeveralScripts = new Set(['az', 'bs', 'kk', 'ku', 'mn', 'pa', 'sd', 'sr', 'tg', 'uz']);
/** Chapters are not counted. */
const maxLength = 4000;

/**
 * The language of a page: what it declares, unless its words are in another script. Templates of
 * sites say `en` everywhere, and their authors write Japanese.
 *
 * @param text what the page says in sentences.
 * @param title stands largest on a card: its script counts three times.
 */
export function languageOf(declared: DeclaredLanguages, text: string, title = ''): string | undefined {
  const { inner, html, contentLanguage, ogLocale, jsonLd } = declared;
  const candidates = [inner, html, contentLanguage, ogLocale, jsonLd]
    .map(canonicalLanguage)
    .filter((language) => language !== undefined);
  const words = `${title} ${text}`.slice(0, maxLength);
  const script = mainScript(`${title} ${title} ${words}`);
  if (!script) return candidates[0];
  if (script === 'Latn') return latinLanguage(candidates, text.slice(0, maxLength));
  const fitting = candidates.map((language) => inScript(language, script, words)).find(Boolean);
  return fitting ?? languageByLetters(words, script) ?? candidates[0];
}

/** In short texts of a Japanese page, names in Latin letters may well be all there is to read. */
function latinLanguage(candidates: readonly string[], words: string): string | undefined {
  const [first, ...others] = candidates.map((language) => inScript(language, 'Latn', words));
  if (first === undefined && !isLong(words)) return candidates[0];
  const fitting = first ?? others.find(Boolean);
  const base = fitting && new Intl.Locale(fitting).language;
  return languageBySmallWords(words, base) ?? fitting ?? candidates[0];
}

/** A language as it is written in this script; nothing where it is not. */
function inScript(language: string, script: Script, words: string): string | undefined {
  const { language: base, script: ownScript } = new Intl.Locale(language);
  const usual = scriptOf(language);
  if (script === 'Hani') return inHan(language, base, usual, words);
  if (usual === script) return language;
  const isFree = ownScript === undefined && inSeveralScripts.has(base);
  return isFree ? `${base}-${script}` : undefined;
}

/** Titles in Japanese and Korean may be all of Han characters; those of China and Taiwan differ. */
function inHan(language: string, base: string, usual: string, words: string): string | undefined {
  if (base === 'ja' || base === 'ko') return language;
  if (usual !== 'Hans' && usual !== 'Hant') return undefined;
  const kind = kindOfHan(words);
  if (!kind || kind === usual) return language;
  return language === base ? `${base}-${kind}` : undefined;
}

/** `en_US` is how Open Graph writes `en-US`; `x-default` is no language. */
export function canonicalLanguage(text: string | undefined): string | undefined {
  try {
    const tag = text
      ?.trim()
      .replaceAll('_', '-')
      .replace(/[.,;].*$/s, '');
    return tag ? knownLanguage(tag) : undefined;
  } catch {
    return undefined;
  }
}
