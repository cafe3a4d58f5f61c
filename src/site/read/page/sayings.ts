import { contentsOf, type Head } from '../html/head.ts';
import { authorNames } from '../words/authors.ts';
import { isoDate } from '../words/dates.ts';
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

/** Some generators write the title once more, which describes nothing. */
export function descriptionIn(head: Head): string | undefined {
  const title = asMeant(head.title ?? '', head.heading);
  return ['og:description', 'description', 'twitter:description']
    .map((name) => said(head, name))
    .find((description) => description && description !== title);
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

export function dateOf(
  head: Head,
  names: readonly string[],
  otherwise: string | undefined,
  language: string | undefined,
): string | undefined {
  for (const name of names) {
    const date = isoDate(said(head, name) ?? '', language);
    if (date) return date;
  }
  return otherwise && isoDate(otherwise, language);
}

/** `article:author` is often the address of a profile, which is no name. */
export function authorsOf(head: Head, otherwise: readonly string[], siteName: string | undefined): string[] {
  const own = authorMetas.map((name) => contentsOf(head, name));
  return (
    [...own, otherwise]
      .map((texts) =>
        authorNames(
          texts.map((text) => asMeant(text, head.heading)),
          siteName,
        ),
      )
      .find((names) => names.length > 0) ?? []
  );
}

export function keywordsOf(head: Head, otherwise: readonly string[]): string[] {
  const tags = contentsOf(head, 'article:tag');
  const listed = tags.length > 0 || otherwise.length > 0 ? [...tags, ...otherwise] : metaKeywords(head);
  return tagsIn(listed.map((word) => asMeant(word, head.heading)));
}

function metaKeywords(head: Head): string[] {
  return [said(head, 'keywords', 'news_keywords') ?? ''];
}
