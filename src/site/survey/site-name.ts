import type { PageFacts, SiteNames } from '../read/page/page-facts.ts';
import { isForgotten } from '../read/words/forgotten.ts';
import type { Affix } from './affixes.ts';
import { areSame, Tally } from './count.ts';
import { endsOf } from './separators.ts';
import { takeApart } from './versioned.ts';

/** What the site is called, and who says so, for a person who doubts it. */
export interface SiteName {
  readonly text: string;
  readonly from: string;
}

const sources: readonly [key: keyof SiteNames, from: string][] = [
  ['og', 'og:site_name'],
  ['application', 'application-name'],
  ['structured', 'JSON-LD'],
  ['home', 'rel=home'],
  ['banner', 'the top of its pages'],
];

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
  for (const [key, from] of sources) {
    const tally = new Tally();
    for (const { siteNames } of pages) tally.add(siteNames[key] ? [siteNames[key]] : []);
    const name = tally.entries().find(({ text }) => isName(text));
    if (name && (key !== 'banner' || name.count > pages.length / 2)) return { text: name.text, from };
  }
  const shared = affixes
    .filter(({ isName: mayName }) => mayName)
    .map(({ text }) => takeApart(text).name)
    .find((name) => name && isName(name));
  if (shared) return { text: shared, from: 'the titles of its pages' };
  const everywhere = titleOfAll(pages);
  if (everywhere) return { text: everywhere, from: 'the title of its pages' };
  if (appName && isName(appName)) return { text: appName, from: 'the web manifest' };
  return home && nameOfHome(home);
}

function isName(text: string): boolean {
  return text.length <= maxLength && !/^https?:|[<>{}]/i.test(text);
}

/** One title for all pages is that of the site. */
function titleOfAll(pages: readonly PageFacts[]): string | undefined {
  const tally = new Tally();
  for (const { titles } of pages) tally.add(titles.element ? [titles.element] : []);
  const [most] = tally.entries();
  const isShared = most && most.count >= Math.max(minPages, pages.length / 2);
  return isShared && isName(most.text) && !isForgotten(most.text) ? most.text : undefined;
}

/** `Night Garden – notes of an owl`: the part that the heading or the manifest repeats, else a short whole. */
function nameOfHome({ titles }: PageFacts): SiteName | undefined {
  const title = titles.og ?? titles.element;
  if (!title) return undefined;
  const parts = endsOf(title).map(({ name }) => name);
  const repeated = parts.find((part) => areSame(part, titles.heading));
  const text = repeated ?? (parts.length === 0 ? title : undefined);
  const isTelling = text && isName(text) && !isForgotten(text) && isCapitalised(text);
  return isTelling ? { text, from: 'the home page' } : undefined;
}

/** `The Lamp Room`, and not `A page by Ada`: names are spelled as such, where their script can. */
function isCapitalised(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= maxHomeWords && words.every((word) => word.length <= smallWords || !/^\p{Ll}/u.test(word))
  );
}
