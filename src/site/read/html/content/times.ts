import { attribute, type Element, isHtml } from '../parse.ts';
import type { Landmarks } from './landmarks.ts';
import type { Place } from './place.ts';

const maxTimes = 3;

/** Collects the moments that a page names as its own: a visitor of the elements. */
export class TimeReader {
  readonly #published: string[] = [];
  readonly #times: string[] = [];

  enter(element: Element): void {
    const moment =
      attribute(element, 'datetime') ?? attribute(element, 'content') ?? attribute(element, 'title');
    if (!moment?.trim()) return;
    if (/(?:^|\s)datePublished(?=\s|$)/.test(attribute(element, 'itemprop') ?? ''))
      this.#published.push(moment.trim());
    else if (
      isHtml(element, 'time') ||
      /(?:^|\s)(?:published|dt-published)(?=\s|$)/.test(attribute(element, 'class') ?? '')
    )
      this.#times.push(moment.trim());
  }

  get times(): string[] {
    return [...new Set([...this.#published, ...this.#times])].slice(0, maxTimes);
  }
}

/** Of many articles, each has a date, an author and a picture of its own; only that around the heading is the page. */
export function isOfPage(place: Place, { article, articleCount }: Landmarks): boolean {
  return !place.article || place.article === article || articleCount < 2;
}
