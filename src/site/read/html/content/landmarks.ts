import { isHidden } from '../hidden.ts';
import { type Document, type Element, isHtml, type Node } from '../parse.ts';
import { textOf } from '../text.ts';
import { isMain } from './place.ts';

/** What a page is laid out around. */
export interface Landmarks {
  readonly main: Element | undefined;
  /** The first `<h1>` with words in it: of the main part, where that has one. */
  readonly heading: Element | undefined;
  /** The `<h1>` before that: what the page's site or book is called. */
  readonly banner: Element | undefined;
  /** The `<article>` around the heading. */
  readonly article: Element | undefined;
  readonly articleCount: number;
  /** The main part, the heading and all around them. */
  readonly holders: ReadonlySet<Element>;
}

export function findLandmarks(document: Document): Landmarks {
  const { mains, headings, articleCount } = search(document);
  const main = mains[0];
  const inMain = main && headings.find((heading) => ancestorsOf(heading).includes(main));
  const heading = inMain ?? headings[0];
  const around = heading ? ancestorsOf(heading) : [];
  return {
    main,
    heading,
    banner: headings[0] === heading ? undefined : headings[0],
    article: around.findLast((element) => isHtml(element, 'article')),
    articleCount,
    holders: new Set([...around, ...(main ? ancestorsOf(main) : [])]),
  };
}

/** More would be a page without one that counts. */
const maxHeadings = 20;

function search(document: Document): { mains: Element[]; headings: Element[]; articleCount: number } {
  const found = { mains: [] as Element[], headings: [] as Element[], articleCount: 0 };
  const open: Node[] = [...document.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node) || (node.attrs.length > 0 && isHidden(node))) continue;
    if (isMain(node)) found.mains.push(node);
    else if (isHtml(node, 'article')) found.articleCount += 1;
    else if (isHtml(node, 'h1') && found.headings.length < maxHeadings && textOf(node) !== '')
      found.headings.push(node);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) open.push(node.childNodes[index]!);
  }
  return found;
}

/** The element itself first. */
export function ancestorsOf(element: Element): Element[] {
  const line = [element];
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode)
    line.push(parent);
  return line;
}
