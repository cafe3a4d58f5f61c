import type { PageFacts } from '../read/page/page-facts.ts';
import { isFirstPage } from '../read/words/forgotten.ts';
import { areSame } from '../survey/count.ts';
import { isSilent, withoutEdition } from '../survey/edition.ts';
import { takeApart } from '../survey/versioned.ts';
import type { Site } from '../survey/site.ts';
import { nameOfFile } from './title.ts';

/** What the first page of a folder may be, and the folder is not. */
const opening = /^(?:introduction|foreword|preface|overview|welcome\b.*|about\b.*)$/i;

/**
 * What leads to the page from the top, without the site and the page itself: its breadcrumbs,
 * the page above it, its section, or the folders that it lies in, as their own pages call them.
 */
export function wayOf(page: PageFacts, title: string, siteName: string | undefined, site: Site): string[] {
  const told = [page.breadcrumbs, page.up ? [page.up] : [], page.section ? [page.section] : []];
  for (const names of told) {
    const way = names.filter(
      (name) =>
        /\p{L}/u.test(name) &&
        !isFirstPage(name) &&
        !isSilent(name) &&
        !areSame(takeApart(name).name, siteName) &&
        ![title, siteName, page.titles.heading].some((other) => areSame(name, other)),
    );
    if (way.length > 0) return way;
  }
  return foldersOf(page.path, site).filter((name) => !areSame(name, title) && !areSame(name, siteName));
}

function foldersOf(path: string, { folders }: Site): string[] {
  const edition = path.slice(0, path.length - withoutEdition(path).length);
  const own = path.replace(/\/index\.x?html?$/i, '');
  const parts = own.slice(edition.length).split('/').slice(0, -1);
  return parts.flatMap((part, index) => {
    if (isSilent(part)) return [];
    const folder = edition + parts.slice(0, index + 1).join('/');
    const told = folders.get(folder);
    return [told && !opening.test(told) ? told : nameOfFile(part)];
  });
}
