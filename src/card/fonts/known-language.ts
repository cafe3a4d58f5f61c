import { LRUCache } from 'lru-cache';

/** As many letters as RFC 5646 asks everybody to keep. */
const maxLength = 35;
const languages = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;
/** None, several, or one that nobody knows: the words tell more. */
const noLanguage = /^(?:und|mul|zxx|mis)$/;

/**
 * As much of a BCP 47 tag as ICU knows, in canonical spelling: language, script, region, and which
 * calendar and figures dates have. Whatever else a tag may hold (`en-x-1`, `en-x-2`, …) changes no
 * picture, and would have it drawn and kept under a name for each. Undefined where the language
 * itself is unknown: it is guessed then, as where none is given.
 *
 * @throws {RangeError} it is no tag.
 */
export function knownLanguage(tag: string): string | undefined {
  if (tag.length > maxLength || !languages.test(tag)) throw new RangeError('no language tag');
  return known.get(tag) ?? remember(tag, asKnown(tag));
}

/** A site has few, and ICU takes as long for one as a page takes to be looked at. */
const known = new LRUCache<string, string>({ max: 200 });

function remember(tag: string, language: string | undefined): string | undefined {
  if (language !== undefined) known.set(tag, language);
  return language;
}

function asKnown(tag: string): string | undefined {
  const { language, script, region, calendar, numberingSystem } = new Intl.Locale(tag);
  // V8 leaves it out where the tag says `und`.
  if (!language || noLanguage.test(language) || !isKnown('language', language)) return undefined;
  const locale = new Intl.Locale(language, {
    ...(script && isKnown('script', script) && { script }),
    ...(region && isKnown('region', region) && { region }),
    ...(calendar && isSupported('calendar', calendar) && { calendar }),
    ...(numberingSystem && isSupported('numberingSystem', numberingSystem) && { numberingSystem }),
  });
  return locale.toString();
}

type Part = 'language' | 'region' | 'script';

const names: Partial<Record<Part, Intl.DisplayNames>> = {};

/** Languages without a name in ICU may have a script there: Kayah, New Tai Lue. */
function isKnown(part: Part, code: string): boolean {
  if (part === 'language' && new Intl.Locale(code).maximize().script !== undefined) return true;
  names[part] ??= new Intl.DisplayNames('en', { type: part, fallback: 'none' });
  return names[part].of(code) !== undefined;
}

function isSupported(kind: 'calendar' | 'numberingSystem', value: string): boolean {
  return Intl.supportedValuesOf(kind).includes(value);
}
