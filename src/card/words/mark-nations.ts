import { nationalFamily } from '../fonts/faces.ts';
import { knownLanguage } from '../fonts/known-language.ts';
import { type HanLanguage, hanLanguage } from '../fonts/language.ts';
import type { Edit } from './edits.ts';
import type { Markup } from './read-markup.ts';

/** What says, on an element, with which family its Han characters are drawn; empty where it is that of the card. */
export const nationAttribute = 'data-nation';

/** The words of each nation that is not the card's own. */
export function nationsOf({ languages }: Markup, language: string): Map<HanLanguage, string> {
  const nations = new Map<HanLanguage, string>();
  for (const [each, text] of languages) {
    const nation = foreignNation(each, language);
    if (nation) nations.set(nation, `${nations.get(nation) ?? ''} ${text}`);
  }
  return nations;
}

/** Marks elements in such a language, and those in them that are not; the page gives them their family. */
export function markNations(markup: Markup, language: string): Edit[] {
  if (nationsOf(markup, language).size === 0) return [];
  return markup.languageChanges.map(({ at, language: each }) => {
    const nation = foreignNation(each, language);
    const family = nation ? nationalFamily(nation) : '';
    return { start: at, end: at, text: `${nationAttribute}="${family}" ` };
  });
}

/** Undefined where Han characters are not written, or as they are on the rest of the card. */
function foreignNation(language: string, cardLanguage: string): HanLanguage | undefined {
  const known = readLanguage(language);
  const nation = known === undefined ? undefined : hanLanguage(known);
  return nation === (hanLanguage(cardLanguage) ?? 'zh-Hans') ? undefined : nation;
}

/** An element may be given anything for one. */
function readLanguage(tag: string): string | undefined {
  try {
    return knownLanguage(tag);
  } catch {
    return undefined;
  }
}
