import type { PageFacts } from '../read/page/page-facts.ts';
import { isFirstPage } from '../read/words/forgotten.ts';
import { affixOf } from '../survey/affixes.ts';
import { areSame } from '../survey/count.ts';
import { isSilent, withoutEdition } from '../survey/edition.ts';
import { fromFolder } from '../survey/site-name.ts';
import { takeApart } from '../survey/versioned.ts';
import type { Site } from '../survey/site.ts';
import { nameOfFile, titleOf } from './title.ts';

/** What the first page of a folder may be, and the folder is not. */
const opening = /^(?:introduction|foreword|preface|overview|welcome\b.*|about\b.*)$/i;

/**
 * What leads to the page from the top, without the site and the page itself: its breadcrumbs,
 * the page above it, its section, or the folders that it lies in, as their own pages call them.
 */
export function wayOf(page: PageFacts, title: string, siteName: string | undefined, site: Site): string[] {
  const namesOfPage = [title, siteName, page.titles.heading, page.titles.element];
  const told = [page.breadcrumbs, page.up ? [page.up] : [], page.section ? [page.section] : []];
  for (const names of told) {
    const way = names.filter(
      (name) =>
        /\p{L}/u.test(name) &&
        !isFirstPage(name) &&
        !isSilent(name) &&
        !areSame(takeApart(name.replace(kindOfBook, '')).name, siteName) &&
        !namesOfPage.some((other) => areSame(name, other)) &&
        !isQualified(name, title, site),
    );
    if (way.length > 0) return way;
  }
  const names = [title, site.name?.from === fromFolder ? undefined : siteName];
  return foldersOf(page.path, site).filter(
    (name) =>
      !areSame(name, siteName) && !names.some((other) => other && lettersOf(name) === lettersOf(other)),
  );
}

/** `Owlery Reference` leads to the first page of Owlery. */
const kindOfBook = /\s(?:docs|documentation|home|manual|reference)$/i;

/** `lamp.Owl Class Reference` is the page that its title calls Owl. */
function isQualified(name: string, title: string, { affixes }: Site): boolean {
  const affix = affixOf(name, affixes);
  const bare = affix ? name.slice(0, -affix.text.length).trim() : name;
  return bare.toLowerCase().endsWith(`.${title.toLowerCase()}`) || areSame(bare, title);
}

/** `boost_regex` is the folder of Boost.Regex. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function foldersOf(path: string, site: Site): string[] {
  const edition = path.slice(0, path.length - withoutEdition(path).length);
  const own = path.replace(/\/index\.x?html?$/i, '');
  const parts = own.slice(edition.length).split('/').slice(0, -1);
  return parts.flatMap((part, index) => {
    if (isSilent(part)) return [];
    const told = nameOfFolder(edition + parts.slice(0, index + 1).join('/'), site);
    return [told && !opening.test(told) ? told : nameOfFile(part)];
  });
}

/** Each folder is asked for by all pages in it. */
const known = new WeakMap<Site, Map<string, string | undefined>>();

/** What the page that stands for a folder is called, if it is called anything. */
function nameOfFolder(folder: string, site: Site): string | undefined {
  const names = known.get(site) ?? new Map<string, string | undefined>();
  known.set(site, names);
  if (names.has(folder)) return names.get(folder);
  const page = site.folders.get(folder);
  const title = page && titleOf(page, site, { siteName: site.name?.text, isHome: false });
  const name = title && !title.isOfFile ? title.text : undefined;
  names.set(folder, name);
  return name;
}
