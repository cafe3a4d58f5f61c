/**
 * Languages that sites are written in. Not every tag is one: `io/` is about input and output, `man/` is not
 * in Mandingo, nor `lib/` in Likum.
 */
const languages = `af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it
  ja ka kk km kn ko ky lo lt lv mk ml mn mr ms nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr
  uk ur uz vi zh ckb fil`;
const language = `(?:${languages.trim().split(/\s+/).join('|')})(?:[-_][A-Za-z]{2,4})*`;

/** A year is no version: blogs keep their posts in folders of it. */
const edition = new RegExp(
  String.raw`^(?:(?!(?:19|20)\d\d/)(?:${language}|v?\d+(?:\.(?:\d+|x))*|latest|stable|next|current|main|master|dev|nightly)/)+`,
);

/** A path without the languages and versions that it begins with: `fr/2.1/guide.html` is `guide.html`. */
export function withoutEdition(path: string): string {
  return path.replace(edition, '');
}

/** Whether a path is that of the first page of a site, or of its edition; `Index.html` is the index of a book. */
export function isHome(path: string): boolean {
  return /^(?:index\.x?html?|INDEX\.X?HTML?)$/.test(withoutEdition(path));
}

/** The first folder of a path, without language and version; '' at the top. */
export function sectionOf(path: string): string {
  return /^([^/]+)\//.exec(withoutEdition(path))?.[1] ?? '';
}

/** Folders that only hold others, versions, and the days of a blog. */
const silent =
  /^(?:v?\d[\d.]*(?:\.x)?|apis?|apidocs?|docs?-api|posts?|lib|docs?|documentation|html|www|public|site|src|pages|content|static|book|manual|_[^/]*)$/i;

export function isSilent(folder: string): boolean {
  return silent.test(folder);
}
