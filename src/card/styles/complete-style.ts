import MagicString from 'magic-string';
import { symbolFamily } from '../fonts/faces.ts';
import { families } from '../fonts/families.ts';
import type { MissingFont } from '../fonts/missing-font.ts';
import { type FontKind, kindOfKeyword, kindOfName, standIns } from '../fonts/stand-ins.ts';
import type { FontScope } from './font-scope.ts';
import { isShorthandWord, type StackItem } from './font-stack.ts';
import type { FontReset } from './font-value.ts';
import type { ParsedStyle } from './parse-style.ts';

/** A stylesheet that has an answer to every letter, whichever family it is set in. */
export interface CompleteStyle {
  readonly css: string;
  /** Families it names beside the declared ones, to be had here. */
  readonly families: readonly string[];
  readonly missingFonts: readonly MissingFont[];
}

/**
 * Gives each list of families in a stylesheet what it lacks. Kinds of fonts, such as `serif`,
 * become families that travel with the card; a list of families that are not there ends in one
 * that is, and every list ends in the symbols. What the author wrote stays as it is otherwise.
 */
export function completeStyle(style: ParsedStyle, scope: FontScope): CompleteStyle {
  const completion = new Completion(style.css, scope);
  for (const font of style.fonts) {
    if (font.kind === 'stack') completion.stack(font.items);
    else completion.reset(font);
  }
  for (const { name, items } of style.variables) if (scope.variables.has(name)) completion.variable(items);
  return completion;
}

/** Takes the place of a kind of font that is never reached; families of the template may follow. */
const nobody = 'Cardstock-None';
const fallback = `${standIns.sans.family},${symbolFamily}`;

class Completion implements CompleteStyle {
  readonly #scope: FontScope;
  readonly #edited: MagicString;
  readonly #families = new Set<string>();
  readonly #missing = new Map<string, MissingFont>();

  constructor(css: string, scope: FontScope) {
    this.#scope = scope;
    this.#edited = new MagicString(css);
  }

  get css(): string {
    return this.#edited.toString();
  }

  get families(): string[] {
    return [...this.#families];
  }

  get missingFonts(): MissingFont[] {
    return [...this.#missing.values()];
  }

  stack(items: readonly StackItem[]): void {
    const { isComplete, endsInSymbols, kind } = this.#part(items);
    // A variable that is not set would make all of the list what its fallback says: nothing may follow that.
    if (items.flatMap(nestedIn).some(isWide)) return;
    const last = items.at(-1)!;
    if (!isComplete) this.#append(last, this.#use(standIns[kind].family));
    if (!endsInSymbols) this.#append(last, symbolFamily);
  }

  /** A list that goes on where it is used: to its end only that is added which could not be told there. */
  variable(items: readonly StackItem[]): void {
    const { isComplete, kind } = this.#part(items);
    if (!isComplete && kind !== 'sans') this.#append(items.at(-1)!, this.#use(standIns[kind].family));
  }

  #part(items: readonly StackItem[]): { isComplete: boolean; endsInSymbols: boolean; kind: FontKind } {
    const lost: string[] = [];
    let [isComplete, isThere, endsInSymbols] = [false, false, false];
    for (const item of items) {
      for (const nested of nestedIn(item)) if (!isWide(nested)) this.#part(nested);
      const found = isComplete ? undefined : this.#find(item);
      endsInSymbols = item.kind === 'keyword' && found === undefined && item === items.at(-1);
      if (item.kind === 'keyword')
        this.#replace(item, found?.family ?? (endsInSymbols ? symbolFamily : nobody));
      if (item.kind === 'name' && !found && !isThere && !isShorthandWord(item.name)) lost.push(item.name);
      if (found && !isThere) this.#miss(lost.splice(0), found.shows);
      isThere ||= found !== undefined || item.kind === 'open';
      isComplete ||= found?.isComplete ?? false;
    }
    const kind = kindOfName(lost[0] ?? '');
    this.#miss(lost, standIns[kind].shows);
    return { isComplete, endsInSymbols, kind };
  }

  reset({ to, start, end, isShorthand, isImportant }: FontReset): void {
    if (to === 'initial') this.#use(standIns.sans.family);
    // What the browser itself has for `code` is in the layer of ours, see base-style.ts.
    const value = to === 'initial' ? fallback : 'revert-layer';
    if (!isShorthand) this.#edited.update(start, end, value);
    else this.#edited.appendLeft(end, `;font-family:${value}${isImportant ? '!important' : ''}`);
  }

  /** What is drawn for an item; undefined where it is not there, or only the browser can tell. */
  #find(item: StackItem): { family: string; shows: string; isComplete: boolean } | undefined {
    if (item.kind === 'open') return undefined;
    const { name } = item;
    if (item.kind === 'keyword') {
      const { family, shows } = standIns[kindOfKeyword[name]!];
      return { family: this.#use(family), shows, isComplete: true };
    }
    const there = { family: name, shows: name };
    if (this.#scope.declared.has(name.toLowerCase())) return { ...there, isComplete: true };
    if (this.#scope.own.has(name.toLowerCase())) return { ...there, isComplete: false };
    const shipped = Object.keys(families).find((family) => family.toLowerCase() === name.toLowerCase());
    return shipped === undefined ? undefined : { ...there, family: this.#use(shipped), isComplete: true };
  }

  #use(family: string): string {
    this.#families.add(family);
    return family;
  }

  #append({ end }: StackItem, family: string): void {
    this.#edited.appendLeft(end, `,${family}`);
  }

  #replace({ start, end }: StackItem, family: string): void {
    this.#edited.update(start, end, family);
  }

  #miss(names: readonly string[], standIn: string): void {
    for (const family of names) {
      const key = family.toLowerCase();
      if (!this.#missing.has(key)) this.#missing.set(key, { family, standIn });
    }
  }
}

function nestedIn(item: StackItem): readonly StackItem[][] {
  return item.kind === 'open' ? item.nested : [];
}

const wide = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer']);

function isWide(items: readonly StackItem[]): boolean {
  const [item] = items;
  return items.length === 1 && item?.kind === 'name' && wide.has(item.name.toLowerCase());
}
