import type { PageFacts, SiteNames } from '../read/page/page-facts.ts';
import { isNobodysName } from '../read/words/forgotten.ts';
import type { Affix } from './affixes.ts';
import { areSame, Tally } from './count.ts';
import { isHome, isSilent, sectionOf } from './edition.ts';
import { isPostFolder } from './list-paths.ts';
import { endsOf } from './separators.ts';
import { takeApart, type VersionedName } from './versioned.ts';
import { nameOfWayHome } from './way-home.ts';

/** What the site is called, and who says so, for a person who doubts it. */
export interface SiteName {
  readonly text: string;
  /** The version of what a manual is about. */
  readonly version?: string | undefined;
  readonly from: string;
}

/** Each manual of a site may have its own there. */
const masthead = 'the masthead of its pages';

const sources: readonly [key: keyof SiteNames, from: string][] = [
  ['og', 'og:site_name'],
  ['application', 'application-name'],
  ['structured', 'JSON-LD'],
  ['home', 'rel=home'],
  ['masthead', masthead],
  ['banner', 'the top of its pages'],
];
/** A feed may be one of several: it is asked last. */
const feed: (typeof sources)[number] = ['feed', 'its feed'];

const minPages = 3;
/** A title of more words tells what the site is, and not what it is called. */
const maxHomeWords = 4;
/** Words that names spell small too. */
const smallWords = 3;
/** Longer ones are sentences about the site. */
const maxLength = 60;

/**
 * The name by which most pages of a group (the site, or its pages in one language) call their
 * site: in a tag made for it, else in their titles, in the web manifest, in the title of the
 * home page.
 */
export function nameOf(
  pages: readonly PageFacts[],
  affixes: readonly Affix[],
  home: PageFacts | undefined,
  appName?: string,
): SiteName | undefined {
  for (const source of sources) {
    const name = mostSaid(pages, source);
    if (name) return name;
  }
  const shared = affixes
    .filter(({ isName: mayName }) => mayName)
    .filter(({ text }) => isUsual(text, pages))
    .find(({ text }) => isName(takeApart(text).name ?? ''));
  if (shared) return named(shared.text, 'the titles of its pages');
  const everywhere = titleOfAll(pages);
  if (everywhere) return named(everywhere, 'the title of its pages');
  if (appName && isName(appName)) return { text: appName, from: 'the web manifest' };
  const atHome = home && nameOfHome(home);
  if (atHome && isWitnessed(atHome, home)) return atHome;
  return nameOfWaysHome(pages) ?? atHome ?? mostSaid(pages, feed) ?? nameOfFolder(pages);
}

function mostSaid(pages: readonly PageFacts[], [key, from]: (typeof sources)[number]): SiteName | undefined {
  const tally = new Tally();
  for (const { siteNames } of pages) tally.add(siteNames[key] ? [siteNames[key]] : []);
  const name = tally
    .entries()
    .find(({ text, count }) => isName(text) && (count > 1 || !isTitleOfOne(text, pages)));
  const isTag = key !== 'banner' && key !== 'feed';
  return name && (isTag || name.count > pages.length / 2) ? named(name.text, from) : undefined;
}

/** Where most pages have the same link to the first. */
function nameOfWaysHome(pages: readonly PageFacts[]): SiteName | undefined {
  const tally = new Tally();
  for (const page of pages) tally.add([nameOfWayHome(page) ?? '']);
  const [most] = tally.entries().filter(({ text }) => isName(text));
  return most && most.count >= minPages && most.count > pages.length / 2
    ? named(most.text, 'the way home from its pages')
    : undefined;
}

/** Some programs fill in every page's own title for the site's name. */
function isTitleOfOne(text: string, pages: readonly PageFacts[]): boolean {
  return pages.some((page) => !isHome(page.path) && isOwnTitle(text, page));
}

export function isOwnTitle(text: string, { titles }: PageFacts): boolean {
  return areSame(text, titles.heading ?? titles.og ?? titles.element);
}

/** Then a folder of that name says nothing else. */
export const fromFolder = 'the folder of its pages';

const minShareOfFolder = 0.8;

/** Where all of a reference lies in one folder, that has the name of what it is about. */
function nameOfFolder(pages: readonly PageFacts[]): SiteName | undefined {
  const tally = new Tally();
  for (const { path } of pages) tally.add([sectionOf(path)]);
  const [most] = tally.entries();
  const isWhole = most !== undefined && most.count > 1 && most.count >= pages.length * minShareOfFolder;
  return isWhole && isName(most.text) && !isSilent(most.text) && !isPostFolder(most.text)
    ? { text: most.text, from: fromFolder }
    : undefined;
}

/** A program signs even the one page that it made of a site. */
const minShare = 0.2;

function isUsual(affix: string, pages: readonly PageFacts[]): boolean {
  const count = pages.filter(({ titles }) => titles.element?.includes(affix)).length;
  return count >= pages.length * minShare;
}

function named(text: string, from: string): SiteName {
  const { name = text, version } = takeApart(text);
  return { text: name, version, from };
}

/** What the page's own masthead says, where that is whom the site has its name from. */
export function mastheadOf({ siteNames }: PageFacts, name: SiteName | undefined): VersionedName {
  const text = siteNames.masthead;
  return text && isName(text) && (!name || name.from === masthead) ? takeApart(text) : {};
}

function isName(text: string): boolean {
  const isWord = /\p{L}/u.test(text) && !isNobodysName(text);
  return isWord && text.length <= maxLength && !/^https?:|[<>{}]/i.test(text);
}

/** One title for pages that have headings of their own is that of the site. */
export function titleOfAll(pages: readonly PageFacts[]): string | undefined {
  const tally = new Tally();
  for (const { titles } of pages) tally.add(titles.element ? [titles.element] : []);
  const [most] = tally.entries();
  if (!most || most.count < Math.max(minPages, pages.length / 2) || !isName(most.text)) return undefined;
  const headings = new Set(
    pages.flatMap(({ titles }) => (areSame(titles.element, most.text) ? (titles.heading ?? '') : [])),
  );
  return headings.size >= minPages ? most.text : undefined;
}

/** `Night Garden – notes of an owl`: the part that the heading or the manifest repeats, else a short whole. */
function nameOfHome({ titles }: PageFacts): SiteName | undefined {
  const title = [titles.og, titles.element, titles.heading].find((text) => text && isName(text));
  if (!title) return undefined;
  const command = /^(\S+)\(\d\w{0,3}\)$/.exec(title)?.[1]; // `git(1)`
  const parts = endsOf(title).map(({ name }) => name);
  const repeated = parts.find((part) => areSame(part, titles.heading));
  if (command && isName(command)) return named(command, 'the home page');
  const text = repeated ?? (parts.length === 0 ? title : undefined);
  const isTelling = text && isName(text) && isCapitalised(text);
  return isTelling ? named(text, 'the home page') : undefined;
}

/** A heading that is a part of the title. */
function isWitnessed({ text }: SiteName, { titles: { element, heading } }: PageFacts): boolean {
  return areSame(text, heading) && !areSame(element, heading);
}

/** `The Lamp Room`, and not `A page by Ada`: names are spelled as such, where their script can. */
function isCapitalised(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= maxHomeWords && words.every((word) => word.length <= smallWords || !/^\p{Ll}/u.test(word))
  );
}
