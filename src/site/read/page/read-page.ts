import { type Head, readHead } from '../html/head.ts';
import { joinNames } from '../words/authors.ts';
import { languageOf } from '../words/language.ts';
import { isFilledIn } from '../words/leftovers.ts';
import { sectionIn } from '../words/tags.ts';
import { asMeant } from '../words/text.ts';
import { shorten } from '../../tags/shorten.ts';
import { readJsonLd, type StructuredData } from './json-ld.ts';
import type { Page } from './page.ts';
import { absolute, addressOnSite, pageUrl } from './page-url.ts';
import {
  authorsOf,
  dateOf,
  descriptionIn,
  keywordsOf,
  modifiedNames,
  publishedNames,
  said,
} from './sayings.ts';
import { chooseTitle } from './choose-title.ts';
import { isMdBook, siteNameIn } from './title.ts';

export type { Page } from './page.ts';

export interface PageOptions {
  /** The file, from the folder of the site, with `/` between. */
  readonly path: string;
  /** Where the site will live, with a slash at its end. */
  readonly siteUrl: string | URL;
  /** What the site is called; titles are freed of it. */
  readonly siteName?: string | undefined;
}

/** A paragraph is cut; what a page describes itself by stays as it is. */
const maxParagraphLength = 200;

/**
 * Reads what a page says of itself: Open Graph before Twitter's tags, those before structured
 * data, and plain HTML last. Tags of ours are passed over, so a built page reads as before.
 * Takes any text and never throws.
 */
export function readPage(html: string, options: PageOptions): Page {
  return pageOf(readHead(html), html, options);
}

/** The same for a page whose head was read already. */
export function pageOf(wholeHead: Head, html: string, options: PageOptions): Page {
  const head = { ...wholeHead, metas: wholeHead.metas.filter(({ isOurs }) => !isOurs) };
  const url = urlOf(head, options);
  const data = readJsonLd(head.jsonLd, { url, heading: head.heading, titles: titlesOf(head) });
  const generator = generatorOf(head, html);
  const language = languageOfPage(head, data);
  const siteName = siteNameOf(head, data, generator) ?? options.siteName;
  const authors = authorsOf(head, data.authors, siteName);
  return {
    path: options.path,
    url,
    title: chooseTitle(head, data, { path: options.path, siteName, generator }),
    description: descriptionOf(head, data),
    author: authors.length > 0 ? joinNames(authors, language) : undefined,
    authors,
    publishedAt: dateOf(head, publishedNames, data.publishedAt, language),
    modifiedAt: dateOf(head, modifiedNames, data.modifiedAt, language),
    section: sectionIn(said(head, 'article:section')) ?? sectionIn(data.section),
    tags: keywordsOf(head, data.tags),
    language,
    siteName,
    type: typeOf(head, data),
    image: imageOf(head, url),
    imageAlt: said(head, 'og:image:alt', 'twitter:image:alt'),
    breadcrumbs: data.breadcrumbs.length > 0 ? data.breadcrumbs : head.breadcrumbs,
    details: data.details,
    generator,
    isNoindex: head.isNoindex,
    isRedirect: head.refreshTo !== undefined,
  };
}

/** What the page is called in one place or another, to know it again in its structured data. */
function titlesOf(head: Head): string[] {
  const titles = [head.heading, head.title, said(head, 'og:title')];
  return titles.filter((title) => title !== undefined).map((title) => asMeant(title, head.heading));
}

function siteNameOf(head: Head, data: StructuredData, generator = ''): string | undefined {
  const own = said(head, 'og:site_name', 'application-name') ?? data.siteName;
  return (
    own ??
    siteNameIn(head.title ?? '', generator) ??
    (isMdBook(generator) ? (head.banner ?? head.heading) : undefined)
  );
}

/** The page's own word for its address counts where it is an address of this site. */
function urlOf(head: Head, { path, siteUrl }: PageOptions): string {
  const site = new URL(siteUrl);
  const byPath = pageUrl(path, site);
  const base = (head.baseHref && absolute(head.baseHref, byPath)?.href) ?? byPath;
  const canonical = head.links.find(({ rel }) => rel.includes('canonical'))?.href;
  for (const address of [canonical, said(head, 'og:url')]) {
    const own = address && isFilledIn(address) ? addressOnSite(address, base, site) : undefined;
    if (own) return own;
  }
  return byPath;
}

function descriptionOf(head: Head, data: StructuredData): string | undefined {
  const own = descriptionIn(head) ?? data.description;
  return own ?? (head.paragraph && shorten(head.paragraph, maxParagraphLength));
}

function typeOf(head: Head, data: StructuredData): string {
  const own = said(head, 'og:type')?.toLowerCase();
  if (own && own !== 'website') return own;
  return data.type ?? (said(head, 'article:published_time') ? 'article' : 'website');
}

/** What the page says in sentences tells best what language it is in. */
function languageOfPage(head: Head, data: StructuredData): string | undefined {
  const contentLanguage = head.metas.find(({ httpEquiv }) => httpEquiv === 'content-language')?.content;
  const declared = {
    inner: head.innerLanguage,
    html: head.language,
    contentLanguage,
    ogLocale: said(head, 'og:locale'),
    jsonLd: data.language,
  };
  const titles = [head.title, head.heading];
  const words = [descriptionIn(head), ...head.paragraphs];
  return languageOf(declared, joined(words), joined(titles));
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' ');
}

function imageOf(head: Head, url: string): string | undefined {
  const image = said(
    head,
    'og:image',
    'og:image:url',
    'og:image:secure_url',
    'twitter:image',
    'twitter:image:src',
  );
  return image && (absolute(image, url)?.href ?? image);
}

/** mdBook and javadoc sign in a comment; Sphinx is known by its titles. */
function generatorOf(head: Head, html: string): string | undefined {
  const comment = /<!--\s*(?:Book )?generated (?:by|using|with) ([\w.-]+)/i.exec(html.slice(0, 4096))?.[1];
  const bySign = comment ?? (/ — .* documentation$/.test(head.title ?? '') ? 'Sphinx' : undefined);
  return said(head, 'generator') ?? bySign;
}
