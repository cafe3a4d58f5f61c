import type { StackItem } from './font-stack.ts';
import type { ParsedStyle } from './parse-style.ts';

/**
 * Which families come after a family in every list that names it, all in lower case. What it
 * lacks and they have is theirs to draw, as browsers do it.
 */
export function laterFamilies(styles: readonly ParsedStyle[]): Map<string, ReadonlySet<string>> {
  const later = new Map<string, ReadonlySet<string>>();
  for (const items of styles.flatMap(listsOf)) {
    const names = items.map((item) => (item.kind === 'name' ? item.name.toLowerCase() : undefined));
    for (const [index, name] of names.entries()) {
      if (name === undefined) continue;
      const after = names.slice(index + 1).filter((other) => other !== undefined);
      const known = later.get(name);
      later.set(name, new Set(known ? after.filter((other) => known.has(other)) : after));
    }
  }
  return later;
}

/** A variable ends its list: what comes after it where it is used is not looked for. */
function listsOf({ fonts, variables }: ParsedStyle): (readonly StackItem[])[] {
  const stacks = fonts.flatMap((font) => (font.kind === 'stack' ? [font.items] : []));
  return [...stacks, ...variables.map(({ items }) => items)].flatMap(withNested);
}

function withNested(items: readonly StackItem[]): (readonly StackItem[])[] {
  const nested = items.flatMap((item) => (item.kind === 'open' ? item.nested : []));
  return [items, ...nested.flatMap(withNested)];
}
