import type { StackItem } from './font-stack.ts';
import type { ParsedStyle } from './parse-style.ts';

/** What there is for the stylesheets of a card to name. */
export interface FontScope {
  /** Families of the template, in lower case: CSS takes names so. They have every script. */
  readonly declared: ReadonlySet<string>;
  /** Families that the stylesheets bring themselves, in lower case. They have what is in their files. */
  readonly own: ReadonlySet<string>;
  /** Custom properties that hold families. */
  readonly variables: ReadonlySet<string>;
}

/** Those that families are taken from, and those that these take from. */
export function variablesOf(styles: readonly ParsedStyle[]): Set<string> {
  const variables = new Set<string>();
  const add = (items: readonly StackItem[]): void => {
    for (const name of items.flatMap(variablesIn)) {
      if (variables.has(name)) continue;
      variables.add(name);
      const set = styles.flatMap((style) => style.variables).filter((variable) => variable.name === name);
      for (const variable of set) add(variable.items);
    }
  };
  for (const font of styles.flatMap((style) => style.fonts)) if (font.kind === 'stack') add(font.items);
  return variables;
}

function variablesIn(item: StackItem): string[] {
  if (item.kind !== 'open') return [];
  return [...item.variables, ...item.nested.flat().flatMap(variablesIn)];
}
