import { attribute, type Element, isHtml } from '../parse.ts';
import { textOf } from '../text.ts';

/** A link above the content of a page. */
export interface TopLink {
  /** As it is written. */
  readonly href: string;
  readonly text: string;
}

const maxLinks = 6;
/** Longer ones are no names. */
const maxLength = 60;

/** Collects the first links of a page, before its content: a visitor of the elements. */
export class TopLinkReader {
  readonly links: TopLink[] = [];

  enter(element: Element): void {
    if (this.links.length >= maxLinks || !isHtml(element, 'a')) return;
    const href = attribute(element, 'href')?.trim();
    if (!href || href.startsWith('#')) return;
    const text = textOf(element);
    if (/\p{L}/u.test(text) && text.length <= maxLength) this.links.push({ href, text });
  }
}
