import { isHome } from './edition.ts';

const end = String.raw`(?:/index)?\.x?html?$`;
const year = String.raw`(?:19|20)\d\d`;
/** Folders and pages that blogs keep their posts below. */
export const postFolders =
  'blog|posts?|news|articles?|essays?|notes|journal|stories|actualites|noticias|beitraege';

/** What stands there lists others, though with one entry it has the date and the author of that. */
const lists = [
  String.raw`(?:tags?|categor(?:y|ies)|authors?|etiquetas?|categorias?|schlagworte?|kategorien?|mots-cles|label)/[^/]+(?:/page)?(?:/\d+)?`,
  String.raw`archives?(?:/\d+)*(?:/page/\d+)?`,
  String.raw`page/\d+`,
].map((path) => new RegExp(`(?:^|/)${path}${end}`, 'i'));

/** The first page of a blog, and those of its years and months. */
const frontPages = new RegExp(`(?:^|/)(?:${postFolders}|${year}(?:/\\d\\d?){0,2})${end}`, 'i');

export function isPostFolder(folder: string): boolean {
  return new RegExp(`^(?:${postFolders})$`, 'i').test(folder);
}

export function isListPath(path: string): boolean {
  return isPageOfList(path) || lists.some((pattern) => pattern.test(path));
}

/** `index3.html`: more of what the first page has. */
export function isPageOfList(path: string): boolean {
  return /(?:^|\/)index\d+\.x?html?$/i.test(path);
}

export function isFrontPath(path: string): boolean {
  return frontPages.test(path);
}

/** Whether a page may show the beginnings of others, whose words these are. */
export function mayQuoteOthers(path: string): boolean {
  return isHome(path) || isListPath(path) || isFrontPath(path);
}
