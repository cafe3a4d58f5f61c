import { ourMark } from '../our-mark.ts';
import { attribute, type Document, type Element, isHtml, type Watcher } from '../parse.ts';
import { isFilledIn } from '../../words/leftovers.ts';
import { type Content, maxOutline, maxParagraphs, readContent } from './read-content.ts';

/** How far behind its beginning the content of a page is worth reading, in characters of HTML. */
interface Limits {
  /** For the rest of an outline, once all paragraphs are there. */
  readonly outlineWithin: number;
  /** For more than one paragraph. */
  readonly paragraphsWithin: number;
  readonly contentWithin: number;
}

const limits: Limits = { outlineWithin: 12_288, paragraphsWithin: 24_576, contentWithin: 65_536 };
/** A page that describes itself seldom needs its paragraphs. */
const limitsOfDescribed: Limits = { outlineWithin: 6144, paragraphsWithin: 8192, contentWithin: 16_384 };

/** Waits for the paragraphs and the outline of a page, and reads no farther than they are worth. */
export class ContentWatcher implements Watcher {
  readonly #beginning: number;
  #limits = limits;
  #paragraphs = 0;
  #headings = 0;
  /** How many paragraphs it takes to look closely; the next time twice as many. */
  #looksAt = maxParagraphs;
  #content: Content | undefined;

  constructor(html: string) {
    this.#beginning = beginningOf(html);
  }

  isDone(element: Element, start: number, document: Document): boolean {
    if (this.#content) return true;
    if (isDescription(element)) this.#limits = limitsOfDescribed;
    const length = start - this.#beginning;
    if (length >= 0 && this.#isWorthALook(element, length)) this.#look(document, length);
    return this.#content !== undefined;
  }

  /** What was enough, or else all that there is. */
  contentOf(document: Document, isWhole: boolean): Content {
    return this.#content ?? readContent(document, isWhole);
  }

  #isWorthALook(element: Element, length: number): boolean {
    if (isHtml(element, 'p')) this.#paragraphs += 1;
    else if (isHtml(element, 'h2')) this.#headings += 1;
    const { outlineWithin, paragraphsWithin, contentWithin } = this.#limits;
    if (length > contentWithin) return true;
    if (length > paragraphsWithin) return this.#looksAt < Infinity;
    return this.#paragraphs > this.#looksAt && (this.#headings > maxOutline || length > outlineWithin);
  }

  #look(document: Document, length: number): void {
    const { paragraphsWithin, contentWithin } = this.#limits;
    const isLate = length > paragraphsWithin;
    const content = readContent(document, false);
    if (length > contentWithin || content.paragraphs.length >= (isLate ? 1 : maxParagraphs))
      this.#content = content;
    this.#looksAt = isLate ? Infinity : 2 * this.#paragraphs;
  }
}

/** Ours say what was found before, and must not change what is found again. */
function isDescription(element: Element): boolean {
  if (!isHtml(element, 'meta') || attribute(element, ourMark) !== undefined) return false;
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
  const text = attribute(element, 'content')?.trim() ?? '';
  return /^\s*(?:(?:og|twitter):)?description\s*$/i.test(name) && text !== '' && isFilledIn(text);
}

/** Where the content begins: menus before it may be longer than all of it. */
function beginningOf(html: string): number {
  const main = html.search(/<main(?![a-z])|role\s*=\s*["']?main/i);
  const heading = html.search(/<h1(?![a-z])/i);
  if (main >= 0) return Math.max(main, heading);
  const content = html.search(/\sid\s*=\s*["']?(?:content|main)(?![\w-])/i);
  if (heading >= 0) return Math.max(content, heading);
  return Math.max(html.search(/<article(?![a-z])/i), content, html.search(/<body(?![a-z])/i), 0);
}
