import { kindsOf } from '../kinds.ts';
import { attribute, type Element } from '../parse.ts';
import { textOf } from '../text.ts';

const maxBylines = 3;
/** Each is held against each. */
const maxFound = 50;
/** Longer ones are a life, not a name. */
const maxLength = 80;

/** Collects who is said to have written a page: a visitor of the elements. */
export class BylineReader {
  readonly #found: Element[] = [];

  enter(element: Element): void {
    if (this.#found.length < maxFound && isByline(element)) this.#found.push(element);
  }

  /** The innermost of each line, without the word before the name. */
  get bylines(): string[] {
    const texts = this.#found
      .filter((element) => !this.#found.some((other) => other !== element && isAround(element, other)))
      .map((element) => textOf(element).replace(/^(?:(?:written|posted|published) )?by:?\s+/i, ''));
    return [...new Set(texts.filter((text) => text !== '' && text.length <= maxLength))].slice(0, maxBylines);
  }
}

function isByline(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  const marks = [attribute(element, 'rel'), attribute(element, 'itemprop')];
  return kindsOf(element).has('byline') || marks.some((mark) => mark && /(?:^|\s)author(?=\s|$)/.test(mark));
}

function isAround(element: Element, other: Element): boolean {
  for (let parent = other.parentNode; parent; parent = 'parentNode' in parent ? parent.parentNode : null)
    if (parent === element) return true;
  return false;
}
