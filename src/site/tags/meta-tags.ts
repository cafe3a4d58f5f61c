import type { CardImage } from '../../card/card-image.ts';
import { InvalidParameterError } from '../../errors.ts';
import { type MetaTag, tagText, writeTag } from './meta-tag.ts';
import { ogLocale } from './og-locale.ts';
import { shorten } from './shorten.ts';

/** A page and the image of its card. */
export interface CardPage {
  readonly title: string;
  /** Where the page lives, as an absolute https URL. */
  readonly url: string;
  readonly description?: string | undefined;
  readonly siteName?: string | undefined;
  /** A type of the Open Graph protocol; what it does not know is a `website`. @default 'website' */
  readonly type?: string | undefined;
  /** BCP 47, as in `pt-BR`. */
  readonly language?: string | undefined;
  /** ISO 8601. These four are said of articles only. */
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly section?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** What `cardstock.openGraph(card)` gives. */
  readonly image: CardImage;
  /** Others of the same card, in other sizes; most platforms show the first. */
  readonly images?: readonly CardImage[] | undefined;
}

export interface MetaTagsOptions {
  /** For a look at pages on this machine; no platform shows such an image. @default false */
  readonly allowHttp?: boolean;
}

export interface MetaTags {
  readonly tags: readonly MetaTag[];
  /** One tag a line, for the head of the page, right behind `<meta charset>`. */
  readonly html: string;
}

/** X takes no more; others take as much at least. */
const maxAltLength = 420;
/** No platform shows more, and Slack reads only the first 32 KB of a page. */
const maxDescriptionLength = 300;
const maxArticleTags = 10;

const knownTypes = /^(?:article|book|profile|website|product|(?:music|video)\.[a-z_]+)$/;

/**
 * The tags by which crawlers find the card of a page, always in the same order. What the page
 * does not say is left out.
 *
 * @throws {InvalidParameterError} the page or its image has no absolute https URL, the title is
 * empty, or a size is no whole number.
 */
export function metaTags(page: CardPage, { allowHttp = false }: MetaTagsOptions = {}): MetaTags {
  const scheme = allowHttp ? /^https?:\/\//i : /^https:\/\//i;
  const tags = [
    ...pageTags(page, scheme),
    ...[page.image, ...(page.images ?? [])].flatMap((image) => imageTags(image, scheme)),
    ...articleTags(page),
    ...twitterTags(page.image),
  ]
    .map(({ content, ...tag }) => ({ ...tag, content: tagText(content) }))
    .filter(({ content }) => content !== '');
  return { tags, html: tags.map((tag) => writeTag(tag)).join('\n') };
}

function pageTags(page: CardPage, scheme: RegExp): MetaTag[] {
  if (tagText(page.title) === '') throw new InvalidParameterError('title', 'a page needs one');
  return [
    property('og:title', page.title),
    property('og:type', knownType(page.type)),
    property('og:url', webUrl('url', page.url, scheme)),
    property('og:description', shorten(tagText(page.description ?? ''), maxDescriptionLength)),
    property('og:site_name', page.siteName),
    property('og:locale', ogLocale(page.language)),
  ];
}

function imageTags(image: CardImage, scheme: RegExp): MetaTag[] {
  return [
    property('og:image', webUrl('image.url', image.url, scheme)),
    property('og:image:width', wholeNumber('image.width', image.width)),
    property('og:image:height', wholeNumber('image.height', image.height)),
    property('og:image:alt', altOf(image)),
    property('og:image:type', image.type),
  ];
}

function articleTags({ type, publishedAt, modifiedAt, section, tags = [] }: CardPage): MetaTag[] {
  if (type !== 'article') return [];
  return [
    property('article:published_time', publishedAt),
    property('article:modified_time', modifiedAt),
    property('article:section', section),
    ...tags.slice(0, maxArticleTags).map((tag) => property('article:tag', tag)),
  ];
}

function twitterTags(image: CardImage): MetaTag[] {
  return [
    { attribute: 'name', key: 'twitter:card', content: 'summary_large_image' },
    { attribute: 'name', key: 'twitter:image:alt', content: altOf(image) },
  ];
}

function property(key: string, content = ''): MetaTag {
  return { attribute: 'property', key, content };
}

function altOf({ alt }: CardImage): string {
  return shorten(tagText(alt), maxAltLength);
}

function knownType(type: string | undefined): string {
  return type && knownTypes.test(type) ? type : 'website';
}

function webUrl(parameter: string, text: string, scheme: RegExp): string {
  const url = scheme.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url && !url.username && !url.password) return url.href;
  throw new InvalidParameterError(parameter, `expected an absolute https URL, got "${text}"`);
}

function wholeNumber(parameter: string, value: number): string {
  if (Number.isSafeInteger(value) && value > 0) return String(value);
  throw new InvalidParameterError(parameter, `expected a whole number of pixels, got ${value}`);
}
