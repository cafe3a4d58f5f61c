import type { PageFacts, PageTitles } from '../read/page/page-facts.ts';
import { sameness, Tally } from './count.ts';
import { isHome, withoutEdition } from './edition.ts';
import { mayQuoteOthers } from './list-paths.ts';

/** What so many pages say is not said of any of them. */
const minPages = 3;
const minShare = 0.5;

/** What the pages of a site say alike: it is the site's, and no page's own. */
export interface SharedWords {
  isTitleShared(source: keyof PageTitles, text: string): boolean;
  /** Scripts fill the pages and call them otherwise; until then all have the title of the home page. */
  isOfShells(text: string): boolean;
  /** By several pages, or by the home page, which speaks for the site. */
  isDescriptionShared(text: string): boolean;
  isParagraphShared(text: string): boolean;
  /** Whether a paragraph of a home page is the beginning of a post. */
  isQuoted(text: string): boolean;
  /** `Functions` and `Synopsis` head a part of every page of a reference. */
  isPartShared(heading: string): boolean;
  /** The day of the build, say. */
  isDateShared(asWritten: string): boolean;
  areTagsShared(tags: readonly string[]): boolean;
  /** That of a blog signs its other pages too. */
  areAuthorsShared(authors: readonly string[]): boolean;
}

const titleSources: readonly (keyof PageTitles)[] = ['og', 'twitter', 'structured', 'element', 'heading'];

/** Counts once; answers are looked up. */
export function sharedWords(pages: readonly PageFacts[]): SharedWords {
  const shells = titlesOfShells(pages);
  const titles = new Map(titleSources.map((source) => [source, sharedTitles(pages, source)]));
  const descriptions = tallyOf(pages, ({ descriptions: texts }) => texts);
  const ofHomes = new Set(
    pages.filter(({ path }) => isHome(path)).flatMap(({ descriptions: texts }) => texts.map(sameness)),
  );
  const ownWords = pages.filter(({ path }) => !mayQuoteOthers(path));
  const paragraphs = tallyOf(ownWords, ({ paragraphs: texts }) => texts);
  const parts = tallyOf(pages, ({ outline }) => outline);
  const pagesWithParts = pages.filter(({ outline }) => outline.length > 0).length;
  const dates = tallyOf(pages, ({ dateAsWritten }) => (dateAsWritten ? [dateAsWritten] : []));
  const tags = tallyOf(pages, (page) => (page.tags.length > 0 ? [page.tags.join('\n')] : []));
  const authors = tallyOf(pages, (page) => (page.authors.length > 0 ? [page.authors.join('\n')] : []));
  return {
    isTitleShared: (source, text) => titles.get(source)?.has(sameness(text)) ?? false,
    isOfShells: (text) => shells.has(sameness(text)),
    isDescriptionShared: (text) => descriptions.of(text) >= minPages || ofHomes.has(sameness(text)),
    isParagraphShared: (text) => paragraphs.of(text) >= minPages,
    isQuoted: (text) => paragraphs.of(text) > 0,
    isPartShared: (heading) => parts.of(heading) >= Math.max(minPages, pagesWithParts * minShare),
    isDateShared: (asWritten) => isMost(dates, asWritten),
    areTagsShared: (list) => isMost(tags, list.join('\n')),
    areAuthorsShared: (list) => isMost(authors, list.join('\n')),
  };
}

/** A page and its translations and older versions count as one. */
function tallyOf(pages: readonly PageFacts[], textsOf: (page: PageFacts) => readonly string[]): Tally {
  const tally = new Tally();
  const siblings = Map.groupBy(pages, ({ path }) => withoutEdition(path));
  for (const group of siblings.values()) tally.add(group.flatMap(textsOf));
  return tally;
}

function isMost(tally: Tally, text: string): boolean {
  return tally.of(text) >= Math.max(minPages, tally.total * minShare);
}

/**
 * Titles that several pages have although something else tells these apart: their headings, or
 * for headings their titles. Pages that are alike in all have their title in common for good.
 */
function sharedTitles(pages: readonly PageFacts[], source: keyof PageTitles): Set<string> {
  const others = new Map<string, Set<string>>();
  for (const { titles } of pages) {
    const text = titles[source];
    if (!text) continue;
    const key = sameness(text);
    const other = source === 'heading' ? (titles.element ?? titles.og) : titles.heading;
    const seen = others.get(key) ?? new Set();
    seen.add(sameness(other ?? ''));
    others.set(key, seen);
  }
  return new Set([...others].filter(([, seen]) => seen.size >= minPages).map(([key]) => key));
}

function titlesOfShells(pages: readonly PageFacts[]): Set<string> {
  const ofHomes = pages.filter(({ path }) => isHome(path)).map(({ titles }) => titles.element ?? '');
  const tally = new Tally();
  for (const { hints, titles } of pages) if (hints.isShell && titles.element) tally.add([titles.element]);
  return new Set(ofHomes.filter((title) => tally.of(title) >= minPages).map(sameness));
}
