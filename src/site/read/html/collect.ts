import { html as spec } from 'parse5';
import type { CharsetElement, LinkElement, MetaElement, Openings, Span, Tags } from './tags.ts';
import {
  attribute,
  type Document,
  type Element,
  elementsOf,
  isHtml,
  parseHtml,
  type Watcher,
} from './parse.ts';
import { ourMark, replacedMark } from './our-mark.ts';
import { oneLine } from '../../../card/text.ts';

const nothingMore: Watcher = { isDone: () => true };

/** Reads the tags that say something of a page; a `watcher` may ask for more of the file. */
export function readTags(html: string, watcher: Watcher = nothingMore): Tags {
  return tagsIn(parseHtml(html, watcher).document, html);
}

/** The same of a document that was parsed already. */
export function tagsIn(document: Document, html: string): Tags {
  const found = new Collection();
  for (const element of elementsOf(document)) found.add(element);
  const doctype = document.childNodes.find((node) => node.nodeName === '#documentType');
  const { title, language, links, jsonLd, charset, baseHref, openings } = found;
  // A table throws its metas out before it: the order of the tree is not that of the file.
  const metas = found.metas.toSorted((one, other) => one.start - other.start);
  return {
    title,
    language,
    metas,
    links,
    jsonLd,
    charset,
    baseHref,
    isNoindex: saysNoindex(metas),
    refreshTo: refreshAddress(metas),
    isXhtml:
      found.isInXmlNamespace || isXhtml(html, doctype && 'publicId' in doctype ? doctype.publicId : ''),
    openings: { ...openings, doctype: spanOf(doctype?.sourceCodeLocation) },
  };
}

/** What was come across, in the order of the tree. */
class Collection {
  title: string | undefined;
  language: string | undefined;
  baseHref: string | undefined;
  charset: CharsetElement | undefined;
  isInXmlNamespace = false;
  readonly metas: MetaElement[] = [];
  readonly links: LinkElement[] = [];
  readonly jsonLd: string[] = [];
  openings: Omit<Openings, 'doctype'> = { html: undefined, head: undefined, body: undefined };

  add(element: Element): void {
    if (isHtml(element, 'meta')) this.#addMeta(element);
    else if (isHtml(element, 'link')) this.#addLink(element);
    else if (isHtml(element, 'script')) this.#addScript(element);
    else if (isHtml(element, 'title')) this.title ??= oneLine(rawText(element));
    else if (isHtml(element, 'base')) this.baseHref ??= attribute(element, 'href');
    else if (isHtml(element, 'html')) this.#addRoot(element);
    else if (isHtml(element, 'head')) this.openings = { ...this.openings, head: openingOf(element) };
    else if (isHtml(element, 'body')) this.openings = { ...this.openings, body: openingOf(element) };
  }

  #addRoot(element: Element): void {
    this.openings = { ...this.openings, html: openingOf(element) };
    this.isInXmlNamespace = attribute(element, 'xmlns')?.trim() === spec.NS.HTML;
    this.language = attribute(element, 'lang')?.trim() || attribute(element, 'xml:lang')?.trim() || undefined;
  }

  #addMeta(element: Element): void {
    const span = openingOf(element);
    if (!span) return;
    const meta: MetaElement = {
      ...span,
      property: nameIn(element, 'property'),
      name: nameIn(element, 'name'),
      httpEquiv: nameIn(element, 'http-equiv'),
      itemprop: nameIn(element, 'itemprop'),
      content: attribute(element, 'content'),
      media: attribute(element, 'media')?.trim() || undefined,
      isInHead: isInHead(element),
      isOurs: attribute(element, ourMark) !== undefined,
      hasReplaced: attribute(element, ourMark) === replacedMark,
    };
    this.metas.push(meta);
    const label = charsetLabel(element, meta);
    if (label) this.charset ??= { ...span, label, isInHead: meta.isInHead };
  }

  #addLink(element: Element): void {
    const link = linkOf(element);
    if (link) this.links.push(link);
  }

  #addScript(element: Element): void {
    const type = nameIn(element, 'type')?.split(';')[0]?.trimEnd();
    if (type === 'application/ld+json') this.jsonLd.push(rawText(element));
  }
}

/** A `<link>`, or an `<a>` that says what it leads to; nothing where it leads nowhere. */
export function linkOf(element: Element): LinkElement | undefined {
  const span = openingOf(element);
  const href = attribute(element, 'href')?.trim();
  if (!span || !href) return undefined;
  return {
    ...span,
    rel: (nameIn(element, 'rel') ?? '').split(/\s+/),
    href,
    type: nameIn(element, 'type'),
    hreflang: attribute(element, 'hreflang'),
    title: attribute(element, 'title'),
    sizes: nameIn(element, 'sizes'),
    media: attribute(element, 'media')?.trim() || undefined,
    isInHead: isInHead(element),
  };
}

function nameIn(element: Element, name: string): string | undefined {
  return attribute(element, name)?.trim().toLowerCase() || undefined;
}

function isInHead({ parentNode }: Element): boolean {
  return parentNode !== null && 'tagName' in parentNode && isHtml(parentNode, 'head');
}

function rawText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function charsetLabel(element: Element, meta: MetaElement): string | undefined {
  const label = nameIn(element, 'charset');
  if (label) return label;
  if (meta.httpEquiv !== 'content-type') return undefined;
  return /charset\s*=\s*(?:["']\s*)?([^\s"';]+)/i.exec(meta.content ?? '')?.[1]?.toLowerCase();
}

function saysNoindex(metas: readonly MetaElement[]): boolean {
  return metas.some(
    ({ name, content = '' }) => name === 'robots' && /(?:^|[\s,])(?:noindex|none)(?=$|[\s,])/i.test(content),
  );
}

/** The address in `0; url=…`, by the standard's steps: the comma, the `url=` and the quotes may be missing. */
function refreshAddress(metas: readonly MetaElement[]): string | undefined {
  for (const { httpEquiv, content = '' } of metas) {
    if (httpEquiv !== 'refresh') continue;
    const rest = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(.*)$/is.exec(content)?.[1] ?? '';
    const quoted = /^(["'])(.*?)(?:\1|$)/s.exec(rest);
    const address = (quoted?.[2] ?? rest).trim();
    if (address !== '') return address;
  }
  return undefined;
}

function isXhtml(html: string, publicId: string): boolean {
  return /^\uFEFF?\s*<\?xml\s/.test(html) || /\/\/DTD XHTML/i.test(publicId);
}

/** The start tag alone; nothing for an element that the parser made up. */
function openingOf({ sourceCodeLocation }: Element): Span | undefined {
  return spanOf(sourceCodeLocation?.startTag ?? sourceCodeLocation);
}

function spanOf(location: { startOffset: number; endOffset: number } | null | undefined): Span | undefined {
  return location ? { start: location.startOffset, end: location.endOffset } : undefined;
}
