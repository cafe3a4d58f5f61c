import { readTags } from '../read/html/collect.ts';
import { decodeHtml } from '../read/html/encoding.ts';
import type { MetaElement } from '../read/html/tags.ts';
import { maxPageBytes } from '../read/html/reason-to-skip.ts';
import { whyLeftAlone } from './left-alone.ts';
import type { MetaTag, PageTags } from './page-tags.ts';

/** What a page, or as much of it as a platform reads, says of itself. */
export function readPageTags(bytes: Buffer, path = ''): PageTags {
  if (bytes.length > maxPageBytes) return unread;
  const said = readTags(decodeHtml(bytes).text);
  const { title, language, metas, links, refreshTo } = said;
  return {
    metas: metas.flatMap(namesOf),
    title: title?.trim() || undefined,
    language,
    canonical: links.find(({ rel, href }) => rel.includes('canonical') && href.trim() !== '')?.href.trim(),
    leftAlone: whyLeftAlone(path, bytes, said),
    leadsTo: refreshTo,
  };
}

/** Nobody reads so much. */
const unread: PageTags = {
  metas: [],
  title: undefined,
  language: undefined,
  canonical: undefined,
  leftAlone: 'too-large',
  leadsTo: undefined,
};

/** One element may be `name="description"` and `property="og:description"` at once. */
function namesOf({ property, name, content = '', isInHead, isOurs }: MetaElement): MetaTag[] {
  const names = new Set([property, name].filter((each) => each !== undefined));
  return [...names].map((each) => ({ name: each, content, isInHead, isOurs }));
}
