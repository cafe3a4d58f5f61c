import { parseFragment } from 'parse5';
import { ourMark } from './our-mark.ts';
import { attribute, type Element, elementsOf, isHtml, type Node, type Watcher } from './parse.ts';

/** What holds no prose of the page itself. */
const asides = new Set(
  'aside button dialog fieldset figure footer form header menu nav noscript script select style table template'.split(
    ' ',
  ),
);
const asideRoles = /^(?:alert|banner|complementary|contentinfo|dialog|navigation|note|search|status)$/;

/** Shorter ones are labels, dates and names. A CJK character says as much as some letters. */
const minLetters = 40;

/**
 * Waits for the first heading, and for the first paragraph of prose behind it. A page that
 * describes itself in its head needs no paragraph, which saves reading most of it.
 */
export class ProseWatcher implements Watcher {
  readonly #hasHeading: boolean;
  #isDescribed = false;
  #heading: Element | undefined;
  #lastParagraph: Element | undefined;
  #paragraph: Element | undefined;
  #earlierParagraph: Element | undefined;

  constructor(html: string) {
    this.#hasHeading = /<h1(?![a-z])/i.test(html);
  }

  isDone(element: Element): boolean {
    if (isHtml(element, 'meta')) this.#isDescribed ||= isDescription(element);
    if (isHtml(element, 'p')) {
      this.#weighLast();
      this.#lastParagraph = element;
    }
    if (!this.#heading && isHtml(element, 'h1')) {
      this.#weighLast();
      this.#heading = element;
    }
    return this.#isHeadingRead() && (this.#needsNoParagraph() || this.#isPastIntroduction(element));
  }

  get heading(): string | undefined {
    return this.#heading && (textOf(this.#heading) || undefined);
  }

  get paragraph(): string | undefined {
    if (this.#isDescribed) return undefined;
    this.#weighLast();
    const paragraph = this.#paragraph ?? this.#earlierParagraph;
    return paragraph && textOf(paragraph);
  }

  #isHeadingRead(): boolean {
    return !this.#hasHeading || Boolean(this.#heading?.sourceCodeLocation?.endTag);
  }

  #needsNoParagraph(): boolean {
    return this.#paragraph !== undefined || this.#descriptions.some((text) => isTelling(text, this.title));
  }

  #isPastIntroduction(element: Element): boolean {
    const beginning = this.#heading ?? this.#body;
    return beginning !== undefined && startOf(element) > startOf(beginning) + introductionLength;
  }

  /** A paragraph is complete when the next one begins, or the file ends. */
  #weighLast(): void {
    const last = this.#lastParagraph;
    this.#lastParagraph = undefined;
    if (!last || this.#isDescribed || this.#paragraph || !isProse(last)) return;
    if (this.#heading || !this.#hasHeading) this.#paragraph = last;
    else this.#earlierParagraph ??= last;
  }
}

/** Ours say what was found before, and must not keep it from being found again. */
function isDescription(element: Element): boolean {
  const isNamed = ['name', 'property'].some((name) =>
    /^\s*(?:(?:og|twitter):)?description\s*$/i.test(attribute(element, name) ?? ''),
  );
  return (
    isNamed && Boolean(attribute(element, 'content')?.trim()) && attribute(element, ourMark) === undefined
  );
}

function isProse(paragraph: Element): boolean {
  for (let node: Element | undefined = paragraph; node; node = parentOf(node)) {
    if (asides.has(node.tagName) || asideRoles.test(attribute(node, 'role') ?? '')) return false;
    if (isHidden(node)) return false;
  }
  const text = textOf(paragraph);
  const wide = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0;
  return text.length + 2 * wide >= minLetters && !isMostlyLinks(paragraph, text);
}

function isMostlyLinks(paragraph: Element, text: string): boolean {
  let linked = 0;
  for (const element of elementsOf(paragraph)) if (isHtml(element, 'a')) linked += textOf(element).length;
  return linked > text.length * 0.7;
}

function isHidden(element: Element): boolean {
  return attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true';
}

function parentOf(node: Element): Element | undefined {
  const parent = node.parentNode;
  return parent && 'tagName' in parent ? parent : undefined;
}

const unread = new Set('button script style template noscript svg math'.split(' '));
/** Signs that manuals hang behind a heading, as a link to it. */
const anchorSign = /^[#¶§🔗🔖]*$/u;

/** The text of an element as one line, without buttons, scripts and the signs that link to a heading. */
export function textOf(root: Pick<Element, 'childNodes'>): string {
  const parts: string[] = [];
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    if (!('tagName' in node) || unread.has(node.tagName) || isHidden(node)) continue;
    if (isHtml(node, 'br')) parts.push(' ');
    if (isHtml(node, 'a') && node !== root && anchorSign.test(signOf(node))) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) open.push(node.childNodes[index]!);
  }
  return oneLine(parts.join(''));
}

function signOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : ' x')).join('');
}

/** The text of something that may hold tags and character references. */
export function plainText(text: string): string {
  return /[<&]/.test(text) ? textOf(parseFragment(text)) : oneLine(text);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
