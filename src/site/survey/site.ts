import type { PageFacts } from '../read/page/page-facts.ts';
import type { AddressHabit } from './address-habit.ts';
import { type Addresses, checkAddresses } from './addresses.ts';
import { type Affix, affixOf, sharedAffixes } from './affixes.ts';
import { isHome, sectionOf } from './edition.ts';
import { manualSections } from './manuals.ts';
import { type SharedWords, sharedWords } from './shared-words.ts';
import { languageOfSite } from './site-language.ts';
import { nameOf, type SiteName } from './site-name.ts';

/** What the pages of a site say together, and none of them alone. */
export interface Site {
  readonly name: SiteName | undefined;
  /** What pages in other languages call it, by language. */
  readonly namesByLanguage: ReadonlyMap<string, SiteName>;
  /** What is no part of any title, the longest first. */
  readonly affixes: readonly Affix[];
  /** That of most pages, for those that say none. */
  readonly language: string | undefined;
  readonly words: SharedWords;
  readonly addresses: Addresses;
  /** Parts of the site that are manuals, by the first folder of their paths; '' is its top. */
  readonly manuals: ReadonlySet<string>;
  /** The pages that stand for a folder, by the path of the folder. */
  readonly folders: ReadonlyMap<string, PageFacts>;
}

export interface SurveyOptions {
  /** What the config says. */
  readonly name?: string | undefined;
  /** What its web manifest says. */
  readonly appName?: string | undefined;
  /** What the tool that built it says of its addresses. */
  readonly habit?: AddressHabit | undefined;
}

/** Looks at all pages of a site that people may share; pages that are left alone say nothing. */
export function survey(pages: readonly PageFacts[], { name, appName, habit }: SurveyOptions = {}): Site {
  const languages = Map.groupBy(pages, ({ language }) => language ?? '');
  const ofAll = sharedAffixes(pages);
  const byLanguage = [...languages].map(([language, group]) => ({
    language,
    group,
    affixes: languages.size === 1 ? ofAll : sharedAffixes(group),
  }));
  const common = distinctAffixes([...ofAll, ...byLanguage.flatMap(({ affixes }) => affixes)]);
  const affixes = distinctAffixes([...common, ...affixesOfSections(pages, common)]);
  return {
    name: name ? { text: name, from: 'cardstock.config.ts' } : nameOf(pages, common, homeOf(pages), appName),
    namesByLanguage: name ? new Map() : namesOf(byLanguage),
    affixes,
    language: languageOfSite(pages),
    words: sharedWords(pages),
    addresses: checkAddresses(pages, habit),
    manuals: manualSections(pages, affixes),
    folders: pagesOfFolders(pages),
  };
}

/** Several manuals may lie in one site, each with its own name. */
function affixesOfSections(pages: readonly PageFacts[], common: readonly Affix[]): Affix[] {
  const others = pages.filter(({ titles: { element } }) => !(element && affixOf(element, common)));
  return [...Map.groupBy(others, ({ path }) => sectionOf(path)).values()].flatMap(sharedAffixes);
}

/** The longest first: one may end in another. */
function distinctAffixes(affixes: readonly Affix[]): Affix[] {
  const byText = new Map(affixes.map((affix) => [affix.text, affix]));
  return [...byText.values()].sort((one, other) => other.text.length - one.text.length);
}

interface LanguageGroup {
  readonly language: string;
  readonly group: readonly PageFacts[];
  readonly affixes: readonly Affix[];
}

function namesOf(groups: readonly LanguageGroup[]): Map<string, SiteName> {
  const named = groups.flatMap(({ language, group, affixes }): [string, SiteName][] => {
    const name = nameOf(group, affixes, homeOf(group));
    return name ? [[language, name]] : [];
  });
  return new Map(named);
}

/** `index.html`, or that of a language. */
export function homeOf(pages: readonly PageFacts[]): PageFacts | undefined {
  return (
    pages.find(({ path }) => isHome(path) && !path.includes('/')) ?? pages.find(({ path }) => isHome(path))
  );
}

function pagesOfFolders(pages: readonly PageFacts[]): Map<string, PageFacts> {
  const standing = pages.flatMap((page): [string, PageFacts][] => {
    const folder = /^(.+?)(?:\/index)?\.x?html?$/i.exec(page.path)?.[1];
    return folder ? [[folder, page]] : [];
  });
  return new Map(standing);
}
