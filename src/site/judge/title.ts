import { posix } from 'node:path';
import type { PageFacts, PageTitles } from '../read/page/page-facts.ts';
import { areSame } from '../survey/count.ts';
import { isSilent } from '../survey/edition.ts';
import { isPageOfList } from '../survey/list-paths.ts';
import { endsOf, partedFrom, trimSeparators } from '../survey/separators.ts';
import { takeApart } from '../survey/versioned.ts';
import type { Site } from '../survey/site.ts';
import { isForgotten } from '../read/words/forgotten.ts';
import { isFilledIn } from '../read/words/leftovers.ts';

/** Open Graph's first; the heading last, for it may be a logo. */
const order: readonly (keyof PageTitles)[] = ['og', 'twitter', 'structured', 'element', 'heading'];

export interface TitleSurroundings {
  readonly siteName: string | undefined;
  readonly isHome: boolean;
}

export interface ChosenTitle {
  readonly text: string;
  /** Nothing but its file says what the page is called. */
  readonly isOfFile: boolean;
}

/**
 * What a card calls the page: the first of its titles that is its own and says something,
 * without the site around it. Where there is none, the name of the site for its home page, and
 * that of the file for others.
 */
export function titleOf(page: PageFacts, site: Site, { siteName, isHome }: TitleSurroundings): ChosenTitle {
  const candidates = order.flatMap((source) => candidateOf(page, source, site, siteName));
  const { heading } = page.titles;
  const isOfShell = !isHome && page.hints.isShell && site.words.isOfShells(page.titles.element ?? '');
  const own = isOfShell
    ? undefined
    : candidates.find((title) => !isForgotten(title, heading) && !areSame(title, siteName));
  const file = nameOfFile(page.path);
  if (isHome) return siteName || own ? byPage(siteName ?? own!) : byFile(file);
  if (own) return byPage(manualPage(own));
  const part = onlyPart(page, site);
  if (part) return byPage(part);
  const [other = siteName] = candidates.filter((title) => !isForgotten(title, heading));
  const isNothing = !/\p{L}{2}/u.test(file) || isSilent(file) || isPageOfList(page.path);
  return other && isNothing ? byPage(other) : byFile(file);
}

/** Parts that anything may have. */
const usualParts =
  /^(?:abstract|about|api|contents|definition|description|details|examples?|features|functions?|getting started|index|installation|interface|introduction|license|methods?|name|options|overview|parameters|properties|references?|syntax|summary|synopsis|types|usage)$/i;

/** Where many pages are called alike, above one heading: that of the page. */
function onlyPart({ outline, titles: { element = '' } }: PageFacts, { words }: Site): string | undefined {
  const [part, ...others] = outline;
  if (!part || others.length > 0 || usualParts.test(part)) return undefined;
  return words.isTitleShared('element', element) ? part : undefined;
}

/** `owl 3x 2026-01-03` is owl(3x), as it was printed on that day. */
function manualPage(title: string): string {
  return title.replace(/^(\S+) (\d\w{0,2}) \d{4}-\d\d-\d\d$/, '$1($2)');
}

const byPage = (text: string): ChosenTitle => ({ text, isOfFile: false });
const byFile = (text: string): ChosenTitle => ({ text, isOfFile: true });

function candidateOf(
  page: PageFacts,
  source: keyof PageTitles,
  site: Site,
  siteName: string | undefined,
): string[] {
  const { titles } = page;
  const written = titles[source];
  if (!written || site.words.isTitleShared(source, written)) return [];
  const title = withoutSite(written, page, site, siteName);
  if (title === '' || !isFilledIn(title, titles.heading) || isForgottenInPart(title)) return [];
  return [asHeadingSays(title, titles.heading)];
}

/** `Startseite | Töpferei`, where nothing told that the rest is a name. */
function isForgottenInPart(title: string): boolean {
  return endsOf(title).some(({ rest, isWeak, at }) => at === 'end' && !isWeak && isForgotten(rest));
}

/** Several times: `Bats | Animals | Night Garden (Lamp Press)`. */
const maxEnds = 3;

function withoutSite(title: string, page: PageFacts, site: Site, siteName: string | undefined): string {
  const around = [...(siteName ? [siteName] : []), ...page.breadcrumbs];
  const names = [...site.affixes.map(({ text }) => text), ...around];
  let rest = trimSeparators(title) === '' ? '' : title;
  for (let turn = 0; turn < maxEnds; turn += 1) {
    const shorter =
      names.map((name) => withoutName(rest, name, page, site)).find((text) => text !== undefined) ??
      withoutEdition(rest, siteName);
    if (shorter === undefined) break;
    rest = trimSeparators(shorter);
  }
  return rest;
}

/** `Owl - lamp 0.10.0`, where each version of lamp has its own pages. */
function withoutEdition(title: string, siteName: string | undefined): string | undefined {
  const end = endsOf(title).find(({ name, at, isWeak }) => {
    const { name: bare, version } = takeApart(name);
    return at === 'end' && !isWeak && version !== undefined && areSame(bare, siteName);
  });
  return end?.rest;
}

/** A colon may belong to the sentence: the heading tells, or the masthead, or that most titles have it. */
function withoutName(
  title: string,
  name: string,
  { titles: { heading }, siteNames: { masthead } }: PageFacts,
  site: Site,
): string | undefined {
  const affix = site.affixes.find(({ text }) => text === name);
  const parted = partedFrom(title, name) ?? emptyBefore(title, name);
  if (parted) {
    const isWhole =
      heading === undefined ? !areSame(name, takeApart(masthead ?? '').name) : areSame(heading, title);
    const isSentence = parted.isWeak && !affix?.isWeak && isWhole;
    return isSentence ? undefined : parted.rest;
  }
  if (affix?.isBare && title.endsWith(` ${name}`)) return title.slice(0, -name.length).trim();
  return undefined;
}

/** ` · Night Garden`: a title that was never filled in. */
function emptyBefore(title: string, name: string) {
  const rest = trimSeparators(title);
  return rest !== title.trim() && areSame(rest, name) ? { rest: '', isWeak: false } : undefined;
}

/** `Bats | Animals` is "Bats" where the heading says so; it knows about capitals and dashes too. */
function asHeadingSays(title: string, heading: string | undefined): string {
  if (!heading) return title;
  if (areSame(title, heading)) return title;
  return endsOf(title).some(({ rest, isWeak }) => !isWeak && areSame(rest, heading)) ? heading : title;
}

/** `guides/getting-started.html` and `guides/getting-started/index.html` are both "Getting started". */
export function nameOfFile(path: string): string {
  const address = path.replace(/(^|\/)index\.x?html?$/i, '').replace(/\.x?html?$/i, '');
  const name = posix
    .basename(address)
    .replace(/^(?:\d{4}-\d{2}-\d{2}|0\d{1,2})[-_](?=\p{L})|\.(?:adoc|md|org|rst|txt)$/giu, '');
  const words = name.replaceAll(/[-_+]+|%20/g, ' ').trim() || 'Home';
  const spelled = /\p{Ll}/u.test(words) || words.length < 4 ? words : words.toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
