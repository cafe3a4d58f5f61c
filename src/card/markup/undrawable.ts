import { isValidElement } from 'preact';
import { isForeign } from '../dialects/adopt.ts';

/**
 * Why something that a template draws cannot be drawn, and what to do; nothing where it can.
 * Preact would leave it out without a word.
 */
export function whyUndrawable(value: unknown): string | undefined {
  if (typeof value === 'function') return 'a function: call it, or make it an element, as in <Name />';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map(whyUndrawable).find((reason) => reason !== undefined);
  if (isValidElement(value) || isForeign(value)) return undefined;
  if ('then' in value) return 'a promise: fetch in "load", whose data "render" is given';
  if (value instanceof Response) return 'a response: give the element that it is made of';
  if (value instanceof Date) return 'a Date: write it as text';
  const names = Object.keys(value).slice(0, 5);
  return names.length === 0
    ? 'an object: draw what it holds'
    : `an object { ${names.join(', ')} }: draw what it holds, as in {it.${names[0]}}`;
}
