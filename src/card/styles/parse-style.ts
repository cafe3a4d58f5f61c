import type { Atrule, CssNode, Declaration, Rule } from 'css-tree';
import parse from 'css-tree/parser';
import { ident } from 'css-tree/utils';
import walk from 'css-tree/walker';
import { LRUCache } from 'lru-cache';
import { type FontValue, readFontValue } from './font-value.ts';
import { readStack, type StackItem } from './font-stack.ts';
import { type OwnFace, readOwnFace } from './own-face.ts';
import { emptyWords, noteWords, type StyleWords } from './style-words.ts';

/** A custom property that may hold families. */
export interface Variable {
  readonly name: string;
  readonly items: readonly StackItem[];
}

/** A stylesheet, or the declarations of one element, as far as it decides about words. */
export interface ParsedStyle {
  readonly css: string;
  readonly fonts: readonly FontValue[];
  readonly variables: readonly Variable[];
  readonly ownFaces: readonly OwnFace[];
  /** Whether all of the page is given a family: nothing is left with the one it would have. */
  readonly hasRootFont: boolean;
  readonly words: StyleWords;
}

type StyleContext = 'stylesheet' | 'declarationList';

/** What is read of a stylesheet takes a few times as much as its text, which may be a visitor's. */
const options = { maxSize: 8_000_000, sizeCalculation: ({ css }: ParsedStyle) => 2_000 + 4 * css.length };
const parsed = {
  stylesheet: new LRUCache<string, ParsedStyle>(options),
  declarationList: new LRUCache<string, ParsedStyle>(options),
};

/** Read once: a template has the same stylesheet on each of its cards. */
export function parseStyle(css: string, context: StyleContext = 'stylesheet'): ParsedStyle {
  const known = parsed[context].get(css);
  if (known) return known;
  const reader = new StyleReader(css);
  reader.read(css, context, 0);
  parsed[context].set(css, reader);
  return reader;
}

interface Place {
  readonly rule: Rule | null;
  readonly atrule: Atrule | null;
}

const aboutFonts = new Set(['font-face', 'font-palette-values', 'font-feature-values']);

class StyleReader implements ParsedStyle {
  readonly css: string;
  readonly fonts: FontValue[] = [];
  readonly variables: Variable[] = [];
  readonly ownFaces: OwnFace[] = [];
  readonly words = emptyWords();
  hasRootFont = false;

  constructor(css: string) {
    this.css = css;
  }

  /** @param offset where in the whole this piece begins. */
  read(css: string, context: StyleContext | 'rule', offset: number): void {
    const reader = this; // eslint-disable-line @typescript-eslint/no-this-alias -- the walker has a `this` of its own
    const options = { context, offset, positions: true, parseCustomProperty: true, onParseError: () => {} };
    walk(parse(css, options), function (node) {
      if (node.type === 'Atrule' && nameOf(node) === 'font-face') reader.ownFaces.push(readOwnFace(node));
      // A declaration in a condition, as of @supports, asks and says nothing.
      if (node.type !== 'Declaration' || (context !== 'declarationList' && !this.block)) return;
      reader.#declaration(node, { rule: this.rule, atrule: this.atrule });
    });
  }

  #declaration(node: Declaration, place: Place): void {
    const { value, loc } = node;
    const atrule = nameOf(place.atrule);
    if (!loc || aboutFonts.has(atrule)) return;
    const property = node.property.toLowerCase();
    const isInitial = atrule === 'property' && property === 'initial-value';
    const isVariable = property.startsWith('--') || isInitial;
    if (value.type === 'Raw' && value.value.includes('{') && !isVariable) {
      // A rule inside of a rule that begins as a declaration does: `a:hover { … }`.
      const { start, end } = loc;
      return this.read(this.css.slice(start.offset, end.offset), 'rule', start.offset);
    }
    const children = childrenOf(value);
    if (isVariable) this.#variable(isInitial ? preludeOf(place.atrule) : node.property, children);
    else this.#font(node, property, children, place);
    noteWords(this.words, property, children);
  }

  #variable(name: string, children: readonly CssNode[]): void {
    this.variables.push({ name, items: readStack(children, name) });
  }

  #font(node: Declaration, property: string, children: readonly CssNode[], place: Place): void {
    const font = readFontValue(node, property, children);
    if (!font) return;
    this.fonts.push(font);
    const isAlways = !place.atrule || nameOf(place.atrule) === 'layer';
    if (font.kind === 'stack' && isAlways && this.#isRoot(place.rule)) this.hasRootFont = true;
  }

  #isRoot(rule: Rule | null): boolean {
    const at = rule?.prelude.loc;
    if (!at) return false;
    const selectors = this.css.slice(at.start.offset, at.end.offset).split(',');
    return selectors.some((selector) => /^(?:html|body|:root|\*)$/i.test(selector.trim()));
  }
}

function childrenOf(value: Declaration['value']): CssNode[] {
  return value.type === 'Value' ? value.children.toArray() : [];
}

function nameOf(atrule: Atrule | null): string {
  return atrule?.name.toLowerCase() ?? '';
}

function preludeOf(atrule: Atrule | null): string {
  const { prelude } = atrule ?? {};
  if (prelude?.type === 'Raw') return prelude.value.trim();
  const first = prelude?.children.first;
  return first?.type === 'Identifier' ? ident.decode(first.name) : '';
}
