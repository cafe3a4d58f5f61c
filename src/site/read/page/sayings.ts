import { contentsOf, type Head } from '../html/head.ts';
import { authorNames } from '../words/authors.ts';
import { isFilledIn } from '../words/leftovers.ts';
import { tagsIn } from '../words/tags.ts';
import { asMeant } from '../words/text.ts';

/** What a page says under the first of these names that says anything. */
export function said(head: Head, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = contentsOf(head, name).find((text) => isFilledIn(text, head.heading));
    const meant = content && asMeant(content, head.heading);
    if (meant) return meant;
  }
  return undefined;
}

/** `Night Garden » Feed`, `Night Garden RSS Feed`: the first is that of the site. */
export function feedNameIn(links: Head['links']): string | undefined {
  const feed = links.find(
    ({ rel, type }) => rel.includes('alternate') && /(?:rss|atom)\+xml/i.test(type ?? ''),
  );
  const words = /(?:\s*[»|–—:-]\s*|\s+|^)(?:(?:full|all|main|rss|atom|feed|\d\.\d)(?:\s+|$))+$/i;
  return feed?.title?.trim().replace(words, '').trim() || undefined;
}

/** Open Graph's first; what some of them say again counts once. */
export function descriptionsIn(head: Head): string[] {
  const told = ['og:description', 'description', 'twitter:description'].map((name) => said(head, name));
  return [...new Set(told.filter((text) => text !== undefined))];
}

export const publishedNames = [
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
];

export const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];

const authorMetas = [
  'article:author',
  'author',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
];

/** Who is said to have written it, by the first of these names that says any. */
export function authorsIn(head: Head): string[] {
  const told = authorMetas.map((name) => contentsOf(head, name).map((text) => asMeant(text, head.heading)));
  return told.find((texts) => authorNames(texts).length > 0) ?? [];
}

export function keywordsOf(head: Head, otherwise: readonly string[]): string[] {
  const tags = [...contentsOf(head, 'article:tag'), ...contentsOf(head, 'tags')];
  const listed = tags.length > 0 || otherwise.length > 0 ? [...tags, ...otherwise] : metaKeywords(head);
  return tagsIn(listed.map((word) => asMeant(word, head.heading)));
}

function metaKeywords(head: Head): string[] {
  return [said(head, 'keywords', 'news_keywords') ?? ''];
}
