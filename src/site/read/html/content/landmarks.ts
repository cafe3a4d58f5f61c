import { isHidden } from '../hidden.ts';
import { kindsOf } from '../kinds.ts';
import { attribute, type Document, type Element, isHtml, type Node } from '../parse.ts';
import { textOf } from '../text.ts';
import { isMain } from './place.ts';

/** What a page is laid out around. */
export interface Landmarks {
  readonly main: Element | undefined;
  /** The first `<h1>` with words in it, of the main part, where that has one; or what stands for it. */
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
  const { mains, titles, headings, entries, articleCount } = search(document);
  const main = mains[0];
  const inMain = main && headings.find((heading) => ancestorsOf(heading).includes(main));
  const entry = entries.length === 1 && isNameOfSite(headings[0]) ? entries[0] : undefined;
  const heading =
    titles[0] ?? inMain ?? entry ?? behindName(headings) ?? headings.find((each) => !isInMenu(each));
  const around = heading ? ancestorsOf(heading) : [];
  return {
    main,
    heading,
    banner: titles.length === 0 && headings[0] !== heading ? headings[0] : undefined,
    article: around.findLast((element) => isHtml(element, 'article')),
    articleCount,
    holders: new Set([...around, ...(main ? ancestorsOf(main) : [])]),
  };
}

interface Found {
  readonly mains: Element[];
  readonly titles: Element[];
  readonly headings: Element[];
  /** What blogs call each post by, below the name of the site. */
  readonly entries: Element[];
  articleCount: number;
}

/** More would be a page without one that counts. */
const maxHeadings = 20;

function search(document: Document): Found {
  const found: Found = { mains: [], titles: [], headings: [], entries: [], articleCount: 0 };
  const open: Node[] = [...document.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node) || (node.attrs.length > 0 && isHidden(node))) continue;
    if (isMain(node)) found.mains.push(node);
    else if (isHtml(node, 'article')) found.articleCount += 1;
    else if (isHtml(node, 'h1')) add(found.headings, node);
    else if (isPageTitle(node)) add(found.titles, node);
    else if (isEntryTitle(node)) add(found.entries, node);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) open.push(node.childNodes[index]!);
  }
  return found;
}

/** A heading that holds nothing but a logo is passed over. */
function add(headings: Element[], element: Element): void {
  if (headings.length < maxHeadings && textOf(element) !== '') headings.push(element);
}

/** The one `<h1>` of the content, where the others stand in menus, or lead home from the head of the page. */
function behindName(headings: readonly Element[]): Element | undefined {
  const others = headings.filter(
    (heading) => !ancestorsOf(heading).some((element) => isBeside(element, heading)),
  );
  return others.length === 1 ? others[0] : undefined;
}

function isBeside(element: Element, heading: Element): boolean {
  if (isHtml(element, 'nav') || isHtml(element, 'aside')) return true;
  if (isHtml(element, 'body') || isHtml(element, 'html') || element === heading) return false;
  const kinds = kindsOf(element);
  const isHead =
    isHtml(element, 'header') ||
    /(?:^|[\s_-])header$/.test(attribute(element, 'id') ?? attribute(element, 'class') ?? '');
  return kinds.has('beside') || (isHead && isOneLink(heading));
}

const menu = /(?:^|\s)(?:menu|nav|navbar|navigation|sidebar)(?=\s|$)/;

/** A menu is headed by what it is the menu of. */
function isInMenu(heading: Element): boolean {
  return ancestorsOf(heading).some(
    (element) =>
      isHtml(element, 'nav') ||
      (isHtml(element, 'div') &&
        menu.test(`${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`)),
  );
}

function isOneLink(heading: Element): boolean {
  const parts = heading.childNodes.filter((node) => !('value' in node && node.value.trim() === ''));
  return parts.length === 1 && 'tagName' in parts[0]! && isHtml(parts[0], 'a');
}

/** A heading at the head of the page, beside all content. */
function isNameOfSite(heading: Element | undefined): boolean {
  if (!heading) return true;
  const around = ancestorsOf(heading);
  return (
    around.some((element) => isHtml(element, 'header')) &&
    !around.some((element) => isHtml(element, 'article') || isHtml(element, 'section') || isMain(element))
  );
}

function isEntryTitle(element: Element): boolean {
  return (
    /^h[2-4]$/.test(element.tagName) &&
    /(?:^|\s)(?:(?:article|entry|post)-title|\S+-content__title|p-name)(?=\s|$)/.test(
      attribute(element, 'class') ?? '',
    )
  );
}

/** Doxygen and Haddock call a page in an element of their own, and its parts in each `<h1>`. */
function isPageTitle(element: Element): boolean {
  if (!isHtml(element, 'div') && !isHtml(element, 'p')) return false;
  const { attrs, parentNode } = element;
  if (attrs.length === 0 || !parentNode || !('tagName' in parentNode)) return false;
  const name = attribute(element, 'class');
  const around = `${attribute(parentNode, 'class') ?? ''} ${attribute(parentNode, 'id') ?? ''}`;
  return (
    (name === 'title' && /headertitle/.test(around)) || (name === 'caption' && /module-header/.test(around))
  );
}

/** The element itself first. */
export function ancestorsOf(element: Element): Element[] {
  const line = [element];
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode)
    line.push(parent);
  return line;
}
