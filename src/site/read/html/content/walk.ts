import { isHidden } from '../hidden.ts';
import { type Document, type Element, isHtml, type Node } from '../parse.ts';
import { isAnchorSign } from '../text.ts';
import { nowhere, type Place, placeIn } from './place.ts';

/** Told of what a reader of the page sees, in the order of the document. */
export interface Visitor {
  /** The place of an element is that of what it holds. */
  enter(element: Element, place: Place): void;
  leave(element: Element, place: Place): void;
  text(text: string, place: Place): void;
}

/** Their insides say nothing to a reader. */
const closed = new Set(
  'audio button canvas iframe input link meta noscript object option script select style svg template textarea title video'.split(
    ' ',
  ),
);

/**
 * Goes through a document once, without what is hidden. The elements around the heading and the main
 * part are its `holders`.
 */
export function walk(document: Document, holders: ReadonlySet<Element>, visitor: Visitor): void {
  const open: Node[] = [];
  // Beside each node its place; an element that is met again in its own place is left.
  const places: Place[] = [];
  const leaving: Element[] = [];
  pushChildren(document, nowhere);
  for (let node = open.pop(); node; node = open.pop()) {
    const place = places.pop()!;
    if (node.nodeName === '#text' && 'value' in node) visitor.text(node.value, place);
    if (!('tagName' in node)) continue;
    if (leaving.at(-1) === node) visitor.leave(leaving.pop()!, place);
    else if (!isPassedOver(node)) enter(node, placeIn(node, place, holders));
  }

  function enter(element: Element, place: Place): void {
    visitor.enter(element, place);
    leaving.push(element);
    open.push(element);
    places.push(place);
    if (!closed.has(element.tagName)) pushChildren(element, place);
  }

  function pushChildren({ childNodes }: Pick<Element, 'childNodes'>, place: Place): void {
    for (let index = childNodes.length - 1; index >= 0; index -= 1) {
      open.push(childNodes[index]!);
      places.push(place);
    }
  }
}

function isPassedOver(element: Element): boolean {
  return (element.attrs.length > 0 && isHidden(element)) || (isHtml(element, 'a') && isAnchorSign(element));
}
