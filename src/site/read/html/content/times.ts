import { kindsOf } from '../kinds.ts';
import { attribute, type Element, isHtml } from '../parse.ts';
import type { Landmarks } from './landmarks.ts';
import type { Place } from './place.ts';

const maxTimes = 3;

/** Collects the moments that a page names as its own: a visitor of the elements. */
export class TimeReader {
  readonly #published: string[] = [];
  readonly #times: string[] = [];

  enter(element: Element): void {
    if (element.attrs.length === 0) return;
    const isPublished = /(?:^|\s)datePublished(?=\s|$)/.test(attribute(element, 'itemprop') ?? '');
    if (!isPublished && !isHtml(element, 'time') && !kindsOf(element).has('published')) return;
    const moment = ['datetime', 'content', 'title']
      .map((name) => attribute(element, name)?.trim())
      .find(Boolean);
    if (moment) (isPublished ? this.#published : this.#times).push(moment);
  }

  get times(): string[] {
    return [...new Set([...this.#published, ...this.#times])].slice(0, maxTimes);
  }
}

/** Of many articles, each has a date, an author and a picture of its own; only that around the heading is the page. */
export function isOfPage(place: Place, { article, articleCount }: Landmarks): boolean {
  return !place.article || place.article === article || articleCount < 2;
}
