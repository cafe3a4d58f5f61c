import { ourMark } from './our-mark.ts';
import { attribute, type Element, isHtml, type Watcher } from './parse.ts';
import { ancestorsOf, isProse, isShown } from './prose.ts';
import { isFilledIn, textOf } from './text.ts';

/** What begins farther behind a heading, in characters of HTML, introduces nothing; lists and indexes have none. */
const introductionLength = 65_536;

/**
 * Waits for the first heading, and for the first paragraph of prose behind it, in `<main>` if
 * there is one. A page that describes itself in its head needs no paragraph, which saves
 * reading most of it.
 */
export class Introduction implements Watcher {
  readonly #firstHeadingAt: number;
  readonly #mayHaveMain: boolean;
  readonly #descriptions: string[] = [];
  #title: Element | undefined;
  #heading: Element | undefined;
  #bodyStart = Infinity;
  #hasMain = false;
  #lastParagraph: Element | undefined;
  #paragraph: Element | undefined;
  /** Before the heading, or beside the main part. */
  #otherParagraph: Element | undefined;

  constructor(html: string) {
    this.#firstHeadingAt = html.search(/<h1(?![a-z])/i);
    this.#mayHaveMain = /<main(?![a-z])|role\s*=\s*["']?main/i.test(html);
  }

  isDone(element: Element, start: number): boolean {
    this.#hasMain ||= this.#mayHaveMain && isMain(element);
    if (isHtml(element, 'title')) this.#title ??= element;
    else if (isHtml(element, 'meta')) this.#addDescription(element);
    else if (isHtml(element, 'body')) this.#bodyStart = start;
    else if (isHtml(element, 'h1')) this.#addHeading(element);
    else if (isHtml(element, 'p')) this.#addParagraph(element);
    return this.#isComplete() || start > this.#beginning + introductionLength;
  }

  get heading(): string | undefined {
    return (this.#heading && textOf(this.#heading)) || undefined;
  }

  /** Nothing where the page describes itself. */
  get paragraph(): string | undefined {
    if (this.#isDescribed()) return undefined;
    this.#weighLast();
    const paragraph = this.#paragraph ?? (this.#hasMain ? undefined : this.#otherParagraph);
    return paragraph && textOf(paragraph);
  }

  get #hasHeading(): boolean {
    return this.#firstHeadingAt >= 0;
  }

  get #beginning(): number {
    return this.#hasHeading ? this.#firstHeadingAt : this.#bodyStart;
  }

  #isComplete(): boolean {
    const isHeadingRead = !this.#hasHeading || Boolean(this.#heading?.sourceCodeLocation?.endTag);
    return isHeadingRead && (this.#paragraph !== undefined || this.#isDescribed());
  }

  /** Some generators write the title once more; that describes nothing. */
  #isDescribed(): boolean {
    if (this.#descriptions.length === 0) return false;
    const title = this.#title && textOf(this.#title);
    return this.#descriptions.some((text) => text !== title);
  }

  /** Ours say what was found before, and must not keep it from being found again. */
  #addDescription(element: Element): void {
    if (attribute(element, ourMark) !== undefined) return;
    const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
    const text = attribute(element, 'content')?.trim() ?? '';
    const isDescription = /^\s*(?:(?:og|twitter):)?description\s*$/i.test(name);
    if (isDescription && text !== '' && isFilledIn(text)) this.#descriptions.push(text);
  }

  /** A heading that holds nothing but a logo is passed over. */
  #addHeading(element: Element): void {
    this.#weighLast();
    if ((!this.#heading || textOf(this.#heading) === '') && isShown(element)) this.#heading = element;
  }

  #addParagraph(element: Element): void {
    this.#weighLast();
    this.#lastParagraph = element;
  }

  /** A paragraph is complete when the next one begins, or the file ends. */
  #weighLast(): void {
    const last = this.#lastParagraph;
    this.#lastParagraph = undefined;
    if (!last || this.#paragraph || this.#isDescribed() || !isProse(last)) return;
    const isBehindHeading = this.#heading !== undefined || !this.#hasHeading;
    if (isBehindHeading && (!this.#mayHaveMain || ancestorsOf(last).some(isMain))) this.#paragraph = last;
    else this.#otherParagraph ??= last;
  }
}

function isMain(element: Element): boolean {
  return isHtml(element, 'main') || attribute(element, 'role') === 'main';
}
