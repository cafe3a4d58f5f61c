import type { PageFacts } from '../read/page/page-facts.ts';
import type { PageKind } from '../read/page/page.ts';
import { isHome, sectionOf, withoutEdition } from '../survey/edition.ts';
import { isFrontPath, isListPath, postFolders } from '../survey/list-paths.ts';
import type { Site } from '../survey/site.ts';

const listPath =
  /(?:^|\/)(?:tags?|categor(?:y|ies)|topics?|archives?|authors?|series|page|etiquetas?|categorias?|schlagworte?|kategorien?|mots-cles|label)(?:\/|\.x?html?$)/i;
const year = String.raw`(?:19|20)\d\d`;
const articlePath = new RegExp(
  String.raw`(?:^|/)(?:${postFolders}|_posts)/.+|(?:^|/)${year}/(?:0?[1-9]|1[0-2])/`,
  'i',
);
const entryPath =
  /(?:^|\/)(?:api|apidocs?|javadoc|reference|classes|interfaces|modules|functions|types|enums)\//i;
/** Some themes date and sign these too, and call them articles. */
const standing = new RegExp(
  `^(?:pages/)?(?:about(?:-(?:me|us))?|colophon|contact|cookies|imprint|impressum|datenschutz|kontakt|legal|privacy(?:-policy)?|terms|a-propos|contacto|sobre(?:-mi)?|ueber(?:-(?:mich|uns))?|acerca(?:-de)?)(?:/index)?\\.x?html?$`,
  'i',
);

/** What a page is. A manual stays one where it names its author; a post stays one inside a manual's site. */
export function kindOf(page: PageFacts, { manuals, words }: Site): PageKind {
  if (isHome(page.path)) return 'home';
  const section = sectionOf(page.path);
  const isManual = manuals.has(section);
  const isChapter = isManual && !articlePath.test(page.path) && !listPath.test(`${section}/`);
  if (isList(page) && !isChapter) return 'list';
  if (!/^(?:article|website|blog)$/.test(page.type)) return 'page';
  const isPost = page.type === 'article' || articlePath.test(page.path);
  if (isManual && !(isPost && page.publishedAt)) return entryPath.test(page.path) ? 'api' : 'docs';
  if (standing.test(withoutEdition(page.path))) return 'page';
  const isSigned = page.authors.length > 0 && !words.areAuthorsShared(page.authors);
  return isPost || page.publishedAt || isSigned ? 'article' : 'page';
}

/** Pages of a tag, of a month, the second page of a list; a post inside such a folder is none. */
function isList({ path, type, publishedAt }: PageFacts): boolean {
  if (isListPath(path)) return true;
  if (publishedAt && type === 'article') return false;
  return isFrontPath(path) || (listPath.test(path) && type !== 'article' && !publishedAt);
}
