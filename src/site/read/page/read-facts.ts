import type { TopLink } from '../html/content/top-links.ts';
import { contentsOf, type Head, readHead } from '../html/head.ts';
import { dateInPath, isoDate } from '../words/dates.ts';
import { canonicalLanguage, languageOf } from '../words/language.ts';
import { isFilledIn } from '../words/leftovers.ts';
import { sectionIn } from '../words/tags.ts';
import { asMeant, withoutAnchorSign } from '../words/text.ts';
import { readJsonLd, type StructuredData } from './json-ld.ts';
import { hintsOf } from './hints.ts';
import { lookOf } from './look.ts';
import { makerOf } from './maker.ts';
import type { PageFacts } from './page-facts.ts';
import { absolute, addressOnSite, pageUrl } from './page-url.ts';
import {
  authorsIn,
  descriptionsIn,
  feedNameIn,
  keywordsOf,
  modifiedNames,
  publishedNames,
  said,
} from './sayings.ts';

export interface PageOptions {
  /** The file, from the folder of the site, with `/` between. */
  readonly path: string;
  /** Where the site will live, with a slash at its end. */
  readonly siteUrl: string | URL;
}

/**
 * Reads what a page says of itself, from each place where it may say it. Tags of ours are
 * passed over, so a built page reads as before. Takes any text and never throws.
 */
export function readFacts(html: string, options: PageOptions): PageFacts {
  return factsOf(readHead(html), html, options);
}

/** The same for a page whose head was read already. */
export function factsOf(wholeHead: Head, html: string, options: PageOptions): PageFacts {
  const head = { ...wholeHead, metas: wholeHead.metas.filter(({ isOurs }) => !isOurs) };
  const { heading } = head;
  const url = urlOf(head, options);
  const data = readJsonLd(head.jsonLd, { url, heading, titles: titlesIn(head) });
  const language = readLanguage(head, data);
  const published = publication(head, data, options.path, language);
  return {
    path: options.path,
    url,
    urlOfFile: pageUrl(options.path, new URL(options.siteUrl)),
    titles: {
      og: titleMeant(said(head, 'og:title'), heading),
      twitter: titleMeant(said(head, 'twitter:title'), heading),
      structured: titleMeant(data.title, heading),
      element: titleMeant(head.title, heading),
      heading: titleMeant(heading, heading),
    },
    descriptions: [...descriptionsIn(head), ...(data.description ? [data.description] : [])],
    paragraphs: head.paragraphs.map((text) => text.slice(0, maxParagraphLength)),
    siteNames: {
      og: said(head, 'og:site_name'),
      application: said(head, 'application-name'),
      structured: data.siteName ?? data.organization,
      masthead: head.masthead,
      banner: head.banner,
      feed: feedNameIn(head.links),
      home: head.links.find(({ rel, title }) => title && (rel.includes('home') || rel.includes('start')))
        ?.title,
    },
    images: imagesIn(head),
    imageAlt: said(head, 'og:image:alt', 'twitter:image:alt'),
    picture: data.images[0] ?? head.picture?.src,
    subject: data.kind,
    details: data.details,
    authors: authorsOf(head, data),
    publishedAt: published?.date,
    dateAsWritten: published?.asWritten,
    modifiedAt: firstDate([...modifiedNames.map((name) => said(head, name)), data.modifiedAt], language)
      ?.date,
    section: sectionIn(said(head, 'article:section')) ?? sectionIn(data.section),
    tags: keywordsOf(head, data.tags),
    breadcrumbs: data.breadcrumbs.length > 0 ? data.breadcrumbs : head.breadcrumbs,
    up: head.links.find(({ rel, title }) => title && rel.includes('up'))?.title,
    outline: head.outline,
    topLinks: topLinksIn(head, options),
    language,
    isLanguageDeclared: [head.innerLanguage, head.language].some((tag) => canonicalLanguage(tag)),
    type: typeOf(head, data),
    generator: makerOf(head, html),
    look: lookOf(head),
    hints: hintsOf(head),
  };
}

/** What the page is called in one place or another, to know it again in its structured data. */
function titlesIn(head: Head): string[] {
  const titles = [head.heading, head.title, said(head, 'og:title')];
  return titles.filter((title) => title !== undefined).map((title) => asMeant(title, head.heading));
}

/** What parted a title from something that was left empty. */
const openEnd = /\s+[-–—|·]+$/;

/** Nothing where nobody filled it in; a forgotten one counts, for it may be everywhere. */
function titleMeant(written: string | undefined, heading: string | undefined): string | undefined {
  if (!written) return undefined;
  const title = withoutAnchorSign(asMeant(written, heading)).replace(openEnd, '');
  return title !== '' && isFilledIn(title, heading) ? title : undefined;
}

/** A card shows less; what is remembered of a site should stay small. */
const maxParagraphLength = 400;

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

/** Those that stay on the site. */
function topLinksIn({ topLinks }: Head, { path, siteUrl }: PageOptions): TopLink[] {
  const site = new URL(siteUrl);
  return topLinks.flatMap(({ href, text }) => {
    const url = absolute(href, pageUrl(path, site));
    const isOnSite = url?.host === site.host && url.hash === '' && url.pathname.startsWith(site.pathname);
    return isOnSite ? [{ href: url.pathname.slice(site.pathname.length), text }] : [];
  });
}

function authorsOf(head: Head, data: StructuredData): readonly string[] {
  const told = [authorsIn(head), data.authors, head.bylines];
  return told.find((names) => names.length > 0) ?? [];
}

interface FoundDate {
  readonly date: string;
  readonly asWritten: string;
}

/** In a tag, in structured data, in the path, in the text. */
function publication(
  head: Head,
  data: StructuredData,
  path: string,
  language: string | undefined,
): FoundDate | undefined {
  const told = [...publishedNames.map((name) => said(head, name)), data.publishedAt];
  const inPath = dateInPath(path);
  return (
    firstDate(told, language) ??
    (inPath ? { date: inPath, asWritten: path } : undefined) ??
    firstDate(head.times, language)
  );
}

function firstDate(
  texts: readonly (string | undefined)[],
  language: string | undefined,
): FoundDate | undefined {
  for (const asWritten of texts) {
    const date = asWritten && isoDate(asWritten, language);
    if (date) return { date, asWritten };
  }
  return undefined;
}

function typeOf(head: Head, data: StructuredData): string {
  const own = said(head, 'og:type')?.toLowerCase();
  if (own && own !== 'website') return own;
  return data.type ?? (said(head, 'article:published_time') ? 'article' : 'website');
}

/** What the page says in sentences tells best what language it is in. */
function readLanguage(head: Head, data: StructuredData): string | undefined {
  const contentLanguage = head.metas.find(({ httpEquiv }) => httpEquiv === 'content-language')?.content;
  const declared = {
    inner: head.innerLanguage,
    html: head.language,
    contentLanguage,
    ogLocale: said(head, 'og:locale'),
    jsonLd: data.language,
  };
  const words = [...descriptionsIn(head), ...head.paragraphs];
  const { title = '', heading = '' } = head;
  // Around the heading, a <title> bears the name of the site, which may be in another language.
  const own = heading !== '' && title.includes(heading) ? heading : `${title} ${heading}`;
  return languageOf(declared, words.join(' '), own);
}

function imagesIn(head: Head): string[] {
  return ['og:image', 'og:image:url', 'og:image:secure_url'].flatMap((name) => contentsOf(head, name));
}
