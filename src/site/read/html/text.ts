import { oneLine } from '../../../card/text.ts';
import { withoutIcons } from '../words/text.ts';
import { isHidden } from './hidden.ts';
import { type Element, isHtml, type Node } from './parse.ts';

const unread = new Set('button script style template noscript svg math'.split(' '));
/** Signs that manuals hang behind a heading, as a link to it. */
const anchorSign = /^(?:[\s\u200b#¶§🔗🔖⚓\p{Co}]|\ufe0f)*$/u;

/** The text of an element as one line, without buttons, scripts and the signs that link to a heading. */
export function textOf(root: Pick<Element, 'childNodes'>): string {
  const parts: string[] = [];
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    if (!('tagName' in node) || unread.has(node.tagName) || isHidden(node) || isAnchorSign(node)) continue;
    if (isHtml(node, 'br')) parts.push(' ');
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) open.push(node.childNodes[index]!);
  }
  return oneLine(withoutIcons(parts.join('')));
}

/** Whether an element is nothing but the link that a manual hangs behind a heading. */
export function isAnchorSign(element: Element): boolean {
  if (!isHtml(element, 'a')) return false;
  return anchorSign.test(element.childNodes.map((node) => ('value' in node ? node.value : ' x')).join(''));
}
