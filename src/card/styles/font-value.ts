import type { CssNode, Declaration } from 'css-tree';
import { readLoosely, readStack, type StackItem } from './font-stack.ts';

/** What a declaration does to the family of an element, by itself or in a shorthand. */
export type FontValue = { readonly kind: 'stack'; readonly items: readonly StackItem[] } | FontReset;

/** A way back to what the browser has: `initial`, `caption`, `all: revert`. */
export interface FontReset {
  readonly kind: 'reset';
  readonly to: 'initial' | 'revert';
  /** The value of a `font-family`; behind a shorthand, which sets more, nothing and its end. */
  readonly start: number;
  readonly end: number;
  readonly isShorthand: boolean;
  readonly isImportant: boolean;
}

const systemFonts = new Set(['caption', 'icon', 'menu', 'message-box', 'small-caption', 'status-bar']);

/** Undefined where it says nothing of families, or what its parent says. */
export function readFontValue(
  { important, value, loc }: Declaration,
  property: string,
  children: readonly CssNode[],
): FontValue | undefined {
  if (property !== 'font-family' && property !== 'font' && property !== 'all') return undefined;
  const [first] = children;
  const word = children.length === 1 && first?.type === 'Identifier' ? first.name.toLowerCase() : undefined;
  const isShorthand = property !== 'font-family';
  const to = word === 'initial' || word === 'revert' ? word : undefined;
  const isSystem = property === 'font' && word !== undefined && systemFonts.has(word);
  if (to || isSystem) {
    const { start, end } = isShorthand
      ? { start: loc!.end, end: loc!.end }
      : { start: value.loc!.start, end: value.loc!.end };
    const at = { start: start.offset, end: end.offset };
    return { kind: 'reset', to: to ?? 'initial', ...at, isShorthand, isImportant: important !== false };
  }
  if (property === 'all' || (word && inherited.has(word))) return undefined;
  if (value.type === 'Raw') return unreadable(value);
  const items = readStack(children, property);
  return items.length > 0 ? { kind: 'stack', items } : undefined;
}

const inherited = new Set(['inherit', 'unset', 'revert-layer']);

/** Newer than the parser, as `if()` is: it is hardly touched, and whatever it comes to is completed. */
function unreadable({ value, loc }: Extract<Declaration['value'], { type: 'Raw' }>): FontValue {
  return { kind: 'stack', items: [readLoosely(value, loc!.start.offset)] };
}
