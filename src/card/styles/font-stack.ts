import type { CssNode, FunctionNode, Identifier } from 'css-tree';
import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident, string } from 'css-tree/utils';
import { kindOfKeyword } from '../fonts/stand-ins.ts';

/** A part of a list of families, and where it stands in its stylesheet. */
export type StackItem = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'name' | 'keyword'; readonly name: string }
  /** What only the browser can tell, as a variable is, with the lists of families that it may come to. */
  | { readonly kind: 'open'; readonly variables: readonly string[]; readonly nested: readonly StackItem[][] }
);

/** Words of a `font` shorthand before its size. None of them is a family, unless it is quoted. */
const shorthandWords = new Set(
  (
    'normal italic oblique small-caps bold bolder lighter ultra-condensed extra-condensed condensed semi-condensed ' +
    'semi-expanded expanded extra-expanded ultra-expanded'
  ).split(' '),
);
const sizeWords = new Set(
  'xx-small x-small small medium large x-large xx-large xxx-large smaller larger math'.split(' '),
);

/**
 * The families of a value of `font-family` or `font`, or of a variable that is used in one.
 * None where it has no families, or what no browser would take for some.
 */
export function readStack(children: readonly CssNode[], property: string): StackItem[] {
  const groups = splitAtCommas(children);
  const [first = [], ...others] = groups;
  const isShorthand = property === 'font' || (property !== 'font-family' && first.some(isSize));
  const families = [isShorthand ? afterSize(first) : first, ...others];
  const items = families.map(readItem);
  return items.every((item) => item !== undefined) ? items : [];
}

function splitAtCommas(children: readonly CssNode[]): CssNode[][] {
  const groups: CssNode[][] = [[]];
  for (const node of children) {
    if (node.type === 'Operator' && node.value === ',') groups.push([]);
    else if (node.type !== 'WhiteSpace') groups.at(-1)!.push(node);
  }
  return groups;
}

function isSize(node: CssNode): boolean {
  return node.type === 'Dimension' || node.type === 'Percentage' || isSlash(node);
}

function isSlash(node: CssNode): boolean {
  return node.type === 'Operator' && node.value === '/';
}

/** What follows the size and the height of a line; of a variable alone nobody knows which of them it holds. */
function afterSize(nodes: readonly CssNode[]): CssNode[] {
  const slash = nodes.findLastIndex(isSlash);
  if (slash !== -1) return nodes.slice(slash + 2);
  const size = nodes.findLastIndex((node) => isSize(node) || isWord(node, sizeWords));
  if (size !== -1) return nodes.slice(size + 1);
  const variable = nodes.findLastIndex(({ type }) => type === 'Function');
  return nodes.slice(variable === nodes.length - 1 ? variable : variable + 1);
}

function isWord(node: CssNode, words: ReadonlySet<string>): boolean {
  return node.type === 'Identifier' && words.has(node.name.toLowerCase());
}

function readItem(nodes: readonly CssNode[]): StackItem | undefined {
  const [first] = nodes;
  const [start, end] = [first?.loc?.start.offset, nodes.at(-1)?.loc?.end.offset];
  if (!first || start === undefined || end === undefined) return undefined;
  const functions = nodes.filter((node) => node.type === 'Function');
  if (functions.length > 0) return { kind: 'open', start, end, ...readFunctions(functions) };
  if (nodes.length === 1 && first.type === 'String') return { kind: 'name', name: first.value, start, end };
  if (!nodes.every((node): node is Identifier => node.type === 'Identifier')) return undefined;
  const name = nodes.map((node) => ident.decode(node.name)).join(' ');
  const isKeyword = nodes.length === 1 && Object.hasOwn(kindOfKeyword, name.toLowerCase());
  return { kind: isKeyword ? 'keyword' : 'name', name: isKeyword ? name.toLowerCase() : name, start, end };
}

/** The variables that are asked, and what is taken where one is not set. */
function readFunctions(functions: readonly FunctionNode[]) {
  const variables: string[] = [];
  const nested: StackItem[][] = [];
  for (const { children } of functions) {
    const [name, , ...fallback] = children.toArray();
    if (name?.type === 'Identifier' && name.name.startsWith('--')) variables.push(name.name);
    for (const node of fallback) {
      if (node.type === 'Value') nested.push(readStack(node.children.toArray(), 'font-family'));
    }
  }
  return { variables, nested };
}

/**
 * What could be families in CSS that is newer than its parser, each for itself: whatever stands
 * between them decides which of them it comes to.
 */
export function readLoosely(css: string, start: number): StackItem {
  const nested: StackItem[][] = [];
  tokenize(css, (type, from, to) => {
    const place = { start: start + from, end: start + to };
    const text = css.slice(from, to);
    if (type === tokenTypes.String) nested.push([{ kind: 'name', name: string.decode(text), ...place }]);
    else if (type === tokenTypes.Ident && Object.hasOwn(kindOfKeyword, text.toLowerCase()))
      nested.push([{ kind: 'keyword', name: text.toLowerCase(), ...place }]);
  });
  return { kind: 'open', start, end: start + css.trimEnd().length, variables: [], nested };
}

/** Whether a name is rather a word of the shorthand that a variable holds a part of. */
export function isShorthandWord(name: string): boolean {
  return shorthandWords.has(name.toLowerCase()) || sizeWords.has(name.toLowerCase());
}
