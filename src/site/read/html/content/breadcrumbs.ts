import { kindsOf } from '../kinds.ts';
import { attribute, type Element, isHtml } from '../parse.ts';
import { oneLine } from '../../../../card/text.ts';

const maxItems = 10;
const maxItemLength = 100;

/** The way from the top of a site to a page, as its breadcrumbs have it: a visitor of the elements. */
export class BreadcrumbReader {
  #root: Element | undefined;
  /** Something that stands in the same line and is no step: who made the page, or a link to edit it. */
  #beside: Element | undefined;
  #isRead = false;
  #linkDepth = 0;
  readonly #parts: string[] = [];

  enter(element: Element): void {
    if (this.#isRead) return;
    if (!this.#root && isBreadcrumbs(element)) this.#root = element;
    if (this.#root && this.#isBoundary(element)) this.#parts.push(boundary);
    if (this.#root && isBesideSteps(element)) this.#beside ??= element;
    if (isHtml(element, 'a')) this.#linkDepth += 1;
  }

  leave(element: Element): void {
    if (this.#isRead) return;
    if (isHtml(element, 'a')) this.#linkDepth -= 1;
    if (element === this.#beside) this.#beside = undefined;
    if (this.#root && this.#isBoundary(element)) this.#parts.push(boundary);
    if (element !== this.#root) return;
    this.#isRead = this.items.length > 0;
    this.#root = undefined;
    if (!this.#isRead) this.#parts.length = 0;
  }

  text(text: string): void {
    if (this.#root && !this.#isRead && !this.#beside) this.#parts.push(text);
  }

  get items(): string[] {
    const texts = this.#parts.join('').split(between).map(oneLine);
    return texts
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && text.length <= maxItemLength)
      .slice(0, maxItems);
  }

  #isBoundary(element: Element): boolean {
    return (
      isHtml(element, 'a') || (this.#linkDepth === 0 && /^(?:li|span|div|p|ol|ul|br)$/.test(element.tagName))
    );
  }
}

function isBesideSteps(element: Element): boolean {
  return (
    element.tagName === 'li' && /(?:^|[\s-])(?:footer|aside)(?:$|\s)/.test(attribute(element, 'class') ?? '')
  );
}

const boundary = '\u0000';
/** What stands between two steps, if it is text. */
const between = /\u0000|\s[|/·•>-]\s|[»›→❯▸]|\s::\s/;

function isBreadcrumbs(element: Element): boolean {
  if (element.attrs.length === 0 || isHtml(element, 'body') || isHtml(element, 'html')) return false;
  if (kindsOf(element).has('breadcrumbs')) return true;
  if (/BreadcrumbList/.test(attribute(element, 'itemtype') ?? '')) return true;
  return /bread\s?crumb/i.test(attribute(element, 'aria-label') ?? '');
}
