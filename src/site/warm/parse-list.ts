import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { decodeXmlText } from './xml-text.ts';

export interface List {
  /** Of lists, as a sitemap index is one, or of pages and images. */
  readonly of: 'lists' | 'addresses';
  readonly addresses: readonly string[];
}

/** An element with its children by name; one with nothing but text in it is that text. */
type Element = string | { readonly [name: string]: readonly Element[] | string };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  // Its own would count `&amp;` among the entities it has limits for, and leave `&#38;` as it is.
  // Entities that a document declares stay what they are, so there is nothing to expand.
  entityDecoder: {
    decode: decodeXmlText,
    addInputEntities() {},
    setExternalEntities() {},
    setXmlVersion() {},
    reset() {},
  },
});

/**
 * The addresses in a sitemap, a sitemap index, an RSS or Atom feed, or a plain list with one in
 * each line; any of them may be packed by gzip.
 *
 * @throws {Error} it is none of these, broken off, or more than `maxBytes` when unpacked.
 */
export async function parseList(bytes: Buffer, maxBytes: number): Promise<List> {
  // Templates that make sitemaps leave blank lines before the XML declaration, which must come first.
  const text = decode(await unpack(bytes, maxBytes)).trimStart();
  return text.startsWith('<') ? parseXml(text) : { of: 'addresses', addresses: parseLines(text) };
}

async function unpack(bytes: Buffer, maxBytes: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
}

function decode(bytes: Buffer): string {
  const declared = /^[^>]*encoding=["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an encoding that nobody knows
  }
}

/** A "#" at its beginning makes a line a remark. */
function parseLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function parseXml(text: string): List {
  const document = parser.parse(text, true) as Element;
  for (const [root, read] of Object.entries(roots)) {
    const [element] = children(document, root);
    if (element !== undefined) return read(element);
  }
  throw new Error('it is no sitemap, feed or list of addresses');
}

const roots: Readonly<Record<string, (root: Element) => List>> = {
  urlset: (root) => addresses(children(root, 'url').flatMap((url) => children(url, 'loc').map(textOf))),
  sitemapindex: (root) => ({
    of: 'lists',
    addresses: children(root, 'sitemap').flatMap((sitemap) => children(sitemap, 'loc').map(textOf)),
  }),
  rss: (root) => addresses(children(root, 'channel').flatMap((channel) => itemLinks(channel))),
  RDF: (root) => addresses(itemLinks(root)), // RSS 1.0
  feed: (root) => addresses(children(root, 'entry').flatMap((entry) => alternates(entry))),
};

function addresses(list: readonly string[]): List {
  return { of: 'addresses', addresses: list.filter((address) => address !== '') };
}

/** `atom:link` is a `link` too where prefixes are dropped; it has no text. */
function itemLinks(channel: Element): string[] {
  return children(channel, 'item').map((item) => children(item, 'link').map(textOf).find(Boolean) ?? '');
}

function alternates(entry: Element): string[] {
  const links = children(entry, 'link').filter(
    (link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate',
  );
  return links.slice(0, 1).map((link) => attribute(link, 'href') ?? '');
}

function children(element: Element, name: string): readonly Element[] {
  if (typeof element === 'string' || !Object.hasOwn(element, name)) return [];
  const found = element[name]!;
  return typeof found === 'string' ? [] : found;
}

function attribute(element: Element, name: string): string | undefined {
  if (typeof element === 'string') return undefined;
  const value = element[`@${name}`];
  return typeof value === 'string' ? value.trim() : undefined;
}

function textOf(element: Element): string {
  const text = typeof element === 'string' ? element : element['#text'];
  return typeof text === 'string' ? text.trim() : '';
}
