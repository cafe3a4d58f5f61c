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

interface Step {
  readonly node: Node;
  readonly place: Place;
  readonly isLeaving?: boolean;
}

/** Their insides say nothing to a reader. */
const closed = new Set(
  'audio canvas iframe input link meta noscript object option script select style svg template textarea title video'.split(
    ' ',
  ),
);

/**
 * Goes through a document once, without what is hidden. The elements around the heading and the main
 * part are its `holders`.
 */
export function walk(document: Document, holders: ReadonlySet<Element>, visitor: Visitor): void {
  const open: Step[] = document.childNodes.map((node) => ({ node, place: nowhere })).reverse();
  for (let step = open.pop(); step; step = open.pop()) {
    const { node, place, isLeaving } = step;
    if (node.nodeName === '#text' && 'value' in node) visitor.text(node.value, place);
    if (!('tagName' in node)) continue;
    if (isLeaving) visitor.leave(node, place);
    else if (!isPassedOver(node)) enter(node, place);
  }

  function enter(element: Element, around: Place): void {
    const place = placeIn(element, around, holders);
    visitor.enter(element, place);
    open.push({ node: element, place, isLeaving: true });
    if (closed.has(element.tagName)) return;
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1)
      open.push({ node: element.childNodes[index]!, place });
  }
}

function isPassedOver(element: Element): boolean {
  return isHidden(element) || (isHtml(element, 'a') && isAnchorSign(element));
}
