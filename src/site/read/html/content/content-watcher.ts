import { type Document, type Element, isHtml, type Watcher } from '../parse.ts';
import { type Content, maxOutline, maxParagraphs, readContent } from './read-content.ts';

/** How far behind its beginning the content is read, in characters of HTML: for an outline, and for any paragraph. */
const outlineWithin = 12_288;
const paragraphsWithin = 24_576;
const contentWithin = 65_536;

/** Waits for the paragraphs and the outline of a page, and reads no farther than they ask for. */
export class ContentWatcher implements Watcher {
  readonly #beginning: number;
  #paragraphs = 0;
  #headings = 0;
  /** How many paragraphs it takes to look closely again; twice as many each time. */
  #looksAt = maxParagraphs;
  #content: Content | undefined;

  constructor(html: string) {
    this.#beginning = beginningOf(html);
  }

  isDone(element: Element, start: number, document: Document): boolean {
    if (this.#content) return true;
    const length = start - this.#beginning;
    if (length < 0) return false;
    if (this.#isWorthALook(element, length)) this.#look(document, length);
    return this.#content !== undefined;
  }

  /** What was enough, or else all that there is. */
  contentOf(document: Document, isWhole: boolean): Content {
    return this.#content ?? readContent(document, isWhole);
  }

  #isWorthALook(element: Element, length: number): boolean {
    if (isHtml(element, 'p')) this.#paragraphs += 1;
    else if (isHtml(element, 'h2')) this.#headings += 1;
    if (length > contentWithin) return true;
    if (length > paragraphsWithin && this.#looksAt < Infinity) return true;
    return this.#paragraphs > this.#looksAt && (this.#headings > maxOutline || length > outlineWithin);
  }

  #look(document: Document, length: number): void {
    const content = readContent(document, false);
    const isEnough = content.paragraphs.length >= (length > paragraphsWithin ? 1 : maxParagraphs);
    if (isEnough || length > contentWithin) this.#content = content;
    this.#looksAt = length > paragraphsWithin ? Infinity : 2 * this.#paragraphs;
  }
}

/** Where the content begins: menus before it may be longer than all of it. */
function beginningOf(html: string): number {
  const main = html.search(/<main(?![a-z])|role\s*=\s*["']?main/i);
  const heading = html.search(/<h1(?![a-z])/i);
  if (main >= 0 || heading >= 0) return Math.max(main, heading);
  return Math.max(html.search(/<article(?![a-z])/i), html.search(/<body(?![a-z])/i), 0);
}
