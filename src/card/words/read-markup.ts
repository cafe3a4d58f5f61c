import {
  defaultTreeAdapter as tree,
  type DefaultTreeAdapterTypes as Tree,
  html,
  parseFragment,
} from 'parse5';
import { mathItalic } from './math-italics.ts';
import { placeMark } from './set-aside.ts';

/** A stretch of markup, by the offsets of its first character and of what follows it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What gives an element its font, besides stylesheets. */
export interface InlineStyle extends Stretch {
  /** How it is written: a whole attribute in its quotes. */
  readonly attribute: string;
  readonly value: string;
}

export interface StyleElement extends Stretch {
  readonly css: string;
  /** Whether it is written with references for `<` and `&`, as in SVG. */
  readonly isXml: boolean;
}

export interface Words extends Stretch {
  readonly language: string;
  /** In or below an element that is fitted. */
  readonly isFitted: boolean;
}

/** An element that says in which language its words are, and where something can be added to its tag. */
export interface LanguageChange {
  readonly at: number;
  readonly language: string;
}

/** What a browser makes of the markup of a card. */
export interface Markup {
  readonly text: string;
  /** The words of each language that an element names, in the spelling of the element. */
  readonly languages: ReadonlyMap<string, string>;
  readonly words: readonly Words[];
  readonly inlineStyles: readonly InlineStyle[];
  readonly styleElements: readonly StyleElement[];
  readonly languageChanges: readonly LanguageChange[];
  /** Whether something stands in the quotation marks of its language. */
  readonly hasQuotes: boolean;
}

interface Surroundings {
  readonly language: string;
  readonly isFitted: boolean;
}

/** Elements whose words nobody sees. */
const unseen = new Set(['script', 'template', 'title', 'desc', 'metadata', 'noscript', 'head']);
/** Words of a form, which are attributes. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  input: ['value', 'placeholder'],
  textarea: ['placeholder'],
  option: ['label'],
  optgroup: ['label'],
};
const fontAttributes = new Set(['style', 'font-family', 'face']);

/**
 * Reads markup as a browser does.
 *
 * @param attributes names of attributes whose values a stylesheet draws.
 * @param language of what names no other.
 */
export function readMarkup(source: string, attributes: readonly string[], language: string): Markup {
  const reader = new MarkupReader(attributes);
  const fragment = parseFragment(source, { sourceCodeLocationInfo: true });
  reader.read(fragment, { language, isFitted: false });
  return reader;
}

/** The attributes that are words; a picture that is not inside of the card shows what it would be. */
function wordsOf({ tagName }: Tree.Element, attributes: ReadonlyMap<string, string>): readonly string[] {
  if (tagName === 'img') return isInside(attributes.get('src') ?? '') ? [] : ['alt'];
  return spoken[tagName] ?? [];
}

function isInside(source: string): boolean {
  return source.startsWith('data:') || source.startsWith(placeMark);
}

class MarkupReader implements Markup {
  readonly #attributes: readonly string[];
  readonly #texts: string[] = [];
  readonly #ofLanguages = new Map<string, string[]>();
  readonly #seen = new Set<number>();
  readonly words: Words[] = [];
  readonly inlineStyles: InlineStyle[] = [];
  readonly styleElements: StyleElement[] = [];
  readonly languageChanges: LanguageChange[] = [];
  hasQuotes = false;

  constructor(attributes: readonly string[]) {
    this.#attributes = attributes;
  }

  get text(): string {
    return this.#texts.join(' ');
  }

  get languages(): Map<string, string> {
    return new Map([...this.#ofLanguages].map(([language, texts]) => [language, texts.join(' ')]));
  }

  read(parent: Tree.ParentNode, around: Surroundings): void {
    for (const node of parent.childNodes) {
      if (tree.isTextNode(node)) this.#addText(node, around);
      else if (tree.isElementNode(node)) this.#element(node, around);
    }
  }

  #element(element: Tree.Element, around: Surroundings): void {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    this.#addStyles(element, attributes);
    if (element.tagName === 'style') return this.#addStyleElement(element);
    if (unseen.has(element.tagName)) return;
    this.hasQuotes ||= element.tagName === 'q';
    const language = attributes.get('lang') ?? around.language;
    const isFitted = around.isFitted || attributes.has('data-fit');
    const drawn = [...wordsOf(element, attributes), ...this.#attributes];
    for (const name of drawn) this.#say(attributes.get(name) ?? '', language);
    if (element.tagName === 'mi' && attributes.get('mathvariant') !== 'normal') this.#addItalic(element);
    this.read(element, { language, isFitted });
  }

  #addStyles(element: Tree.Element, attributes: ReadonlyMap<string, string>): void {
    const { attrs, startTag } = element.sourceCodeLocation ?? {};
    const start = startTag?.startOffset ?? element.sourceCodeLocation?.startOffset;
    // What stands once may come to be several elements: a <b> that was not closed.
    if (start === undefined || this.#seen.has(start)) return;
    this.#seen.add(start);
    for (const [name, value] of attributes) {
      const at = attrs?.[name];
      if (!at) continue;
      if (name === 'lang') this.languageChanges.push({ at: at.startOffset, language: value });
      if (!fontAttributes.has(name) || (name === 'face' && element.tagName !== 'font')) continue;
      this.inlineStyles.push({ attribute: name, value, start: at.startOffset, end: at.endOffset });
    }
  }

  #addStyleElement(element: Tree.Element): void {
    const [text] = element.childNodes;
    const at = text?.sourceCodeLocation;
    if (!text || !at || !tree.isTextNode(text) || element.childNodes.length > 1) return;
    const isXml = element.namespaceURI !== html.NS.HTML;
    this.styleElements.push({ css: text.value, isXml, start: at.startOffset, end: at.endOffset });
  }

  #addText({ value, sourceCodeLocation: at }: Tree.TextNode, { language, isFitted }: Surroundings): void {
    this.#say(value, language);
    if (at) this.words.push({ language, isFitted, start: at.startOffset, end: at.endOffset });
  }

  #addItalic({ childNodes: [only, another] }: Tree.Element): void {
    if (only && !another && tree.isTextNode(only)) this.#texts.push(mathItalic(only.value.trim()));
  }

  #say(text: string, language: string): void {
    if (text === '') return;
    this.#texts.push(text);
    const said = this.#ofLanguages.get(language) ?? [];
    said.push(text);
    this.#ofLanguages.set(language, said);
  }
}
