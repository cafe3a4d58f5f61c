import { contentsOf, type Head, readHead } from '../html/head.ts';
import { dateInPath, isoDate } from '../words/dates.ts';
import { canonicalLanguage, languageOf } from '../words/language.ts';
import { isFilledIn } from '../words/leftovers.ts';
import { sectionIn } from '../words/tags.ts';
import { asMeant, withoutAnchorSign } from '../words/text.ts';
import { readJsonLd, type StructuredData } from './json-ld.ts';
import { hintsOf } from './hints.ts';
import { lookOf } from './look.ts';
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
    language,
    isLanguageDeclared: [head.innerLanguage, head.language].some((tag) => canonicalLanguage(tag)),
    type: typeOf(head, data),
    generator: generatorOf(head, html),
    look: lookOf(head),
    hints: hintsOf(head),
  };
}

/** What the page is called in one place or another, to know it again in its structured data. */
function titlesIn(head: Head): string[] {
  const titles = [head.heading, head.title, said(head, 'og:title')];
  return titles.filter((title) => title !== undefined).map((title) => asMeant(title, head.heading));
}

/** Nothing where nobody filled it in; a forgotten one counts, for it may be everywhere. */
function titleMeant(written: string | undefined, heading: string | undefined): string | undefined {
  if (!written) return undefined;
  const title = withoutAnchorSign(asMeant(written, heading));
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

/** Makers that do not sign, by what only they have. */
const makers: readonly [sign: RegExp, maker: string][] = [
  [/<div id="package-header">/, 'Haddock'],
  [/\botp_doc\.css\b/, 'erl_docgen'],
];

/** mdBook and javadoc sign in a comment; Sphinx is known by its titles. */
function generatorOf(head: Head, html: string): string | undefined {
  const comment = /<!--\s*(?:Book )?generated (?:by|using|with) ([\w.-]+)/i.exec(html.slice(0, 4096))?.[1];
  const bySign = comment ?? (/ — .* documentation$/.test(head.title ?? '') ? 'Sphinx' : undefined);
  return said(head, 'generator') ?? bySign ?? makers.find(([sign]) => sign.test(html.slice(0, 4096)))?.[1];
}
