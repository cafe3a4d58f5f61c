import type { PageFacts } from '../read/page/page-facts.ts';
import type { PageKind } from '../read/page/page.ts';
import { isHome, sectionOf } from '../survey/edition.ts';
import type { Site } from '../survey/site.ts';

const listPath =
  /(?:^|\/)(?:tags?|categor(?:y|ies)|topics?|archives?|authors?|series|page|etiquetas?|categorias?|schlagworte?|kategorien?|mots-cles|label)(?:\/|\.x?html?$)/i;
const articlePath =
  /(?:^|\/)(?:blog|posts?|news|articles?|essays?|notes|journal|stories|actualites|noticias|beitraege|_posts)\/.+|(?:^|\/)(?:19|20)\d{2}\/(?:0?[1-9]|1[0-2])\//i;
const entryPath =
  /(?:^|\/)(?:api|apidocs?|javadoc|reference|classes|interfaces|modules|functions|types|enums)\//i;

/** What a page is. A manual stays one where it names its author; a post stays one inside a manual's site. */
export function kindOf(page: PageFacts, { manuals }: Site): PageKind {
  if (isHome(page.path)) return 'home';
  const isManual = manuals.has(sectionOf(page.path));
  if (isList(page) && !isManual) return 'list';
  if (!/^(?:article|website|blog)$/.test(page.type)) return 'page';
  const isPost = page.type === 'article' || articlePath.test(page.path);
  if (isManual && !(isPost && page.publishedAt)) return entryPath.test(page.path) ? 'api' : 'docs';
  return isPost || page.publishedAt || page.authors.length > 0 ? 'article' : 'page';
}

/** Pages of a tag, of a month, the second page of a list; a post inside such a folder is none. */
function isList({ path, type, publishedAt }: PageFacts): boolean {
  return listPath.test(path) && type !== 'article' && !publishedAt;
}
