import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as spec, parse } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

/**
 * What may say something of a page wherever it stands. Behind the last of these (and behind
 * the heading and the paragraph that a caller waits for) nothing is left to learn. Go's
 * templates write the plus of `ld+json` as a reference.
 */
const telling = /<(?:meta|link|base|title|html|head|body|frameset)(?![a-z])|ld(?:\+|&(?:#|plus))[\w;]*json/gi;

/**
 * Chromium makes siblings of what is nested deeper. Here the work grows with the square of
 * the depth: 400,000 open `<div>` took twelve seconds.
 */
const maxDepth = 512;

/**
 * The largest pages of documentation have a tenth of it. The parser opens `<b>` anew in every
 * `<p>`, so 5 MB of both took three gigabytes.
 */
const maxElements = 200_000;

class Enough extends Error {}

/** Waits for something that may be anywhere in a page. */
export interface Watcher {
  /** Told of each element as it takes its place, and where it starts; says whether it has seen enough. */
  isDone(element: Element, start: number, document: Document): boolean;
}

export interface Parsed {
  readonly document: Document;
  /** Whether it was read to the end of the file. */
  readonly isWhole: boolean;
}

/**
 * Parses HTML as a browser does, and stops where the rest of the file can tell nothing more.
 * What was read is what a parser that goes on would have read.
 */
export function parseHtml(html: string, watcher: Watcher): Parsed {
  const lastTelling = lastMatch(html, telling);
  const document = defaultTreeAdapter.createDocument();
  const depths = new WeakMap<Node, number>();
  let elements = 0;

  function watch(parent: Node, element: Element): void {
    elements += 1;
    if (elements > maxElements) throw new Enough();
    const isMoved = depths.has(element);
    const depth = (depths.get(parent) ?? 0) + 1;
    depths.set(element, depth);
    if ('content' in element) depths.set(element.content as Node, depth);
    const start = element.sourceCodeLocation?.startOffset;
    if (isMoved || start === undefined) return;
    const isDone = watcher.isDone(element, start, document);
    if (depth > maxDepth || (isDone && start > lastTelling)) throw new Enough();
  }

  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    appendChild(parent, child) {
      defaultTreeAdapter.appendChild(parent, child);
      if (defaultTreeAdapter.isElementNode(child)) watch(parent, child);
    },
    insertBefore(parent, child, reference) {
      defaultTreeAdapter.insertBefore(parent, child, reference);
      if (defaultTreeAdapter.isElementNode(child)) watch(parent, child);
    },
  };
  try {
    // A byte order mark that was not decoded away would begin the body.
    parse(html.replace(/^\uFEFF/, ' '), { sourceCodeLocationInfo: true, treeAdapter });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return { document, isWhole: false };
  }
  return { document, isWhole: true };
}

export function isHtml(element: Element, tagName: string): boolean {
  return element.tagName === tagName && element.namespaceURI === spec.NS.HTML;
}

/** Every element in the order of the tree, without the insides of templates. */
export function* elementsOf(root: Document | Element): Iterable<Element> {
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) open.push(node.childNodes[index]!);
  }
}

/** The value of an attribute; empty where it has none, nothing where it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
