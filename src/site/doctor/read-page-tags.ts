import { readTags } from '../read/html/collect.ts';
import { decodeHtml } from '../read/html/encoding.ts';
import type { MetaElement } from '../read/html/tags.ts';
import { isPage } from '../read/html/reason-to-skip.ts';
import type { MetaTag, PageTags } from './page-tags.ts';

/** What a page, or as much of it as a platform reads, says of itself. */
export function readPageTags(bytes: Buffer): PageTags {
  const said = readTags(decodeHtml(bytes).text);
  const { metas, links, isNoindex, refreshTo } = said;
  return {
    metas: metas.flatMap(namesOf),
    canonical: links.find(({ rel, href }) => rel.includes('canonical') && href.trim() !== '')?.href.trim(),
    isNoindex,
    isPage: isPage(said),
    leadsTo: refreshTo,
  };
}

/** One element may be `name="description"` and `property="og:description"` at once. */
function namesOf({ property, name, content = '', isInHead }: MetaElement): MetaTag[] {
  const names = new Set([property, name].filter((each) => each !== undefined));
  return [...names].map((each) => ({ name: each, content, isInHead }));
}
