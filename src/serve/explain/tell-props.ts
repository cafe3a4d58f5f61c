import { isDeepStrictEqual } from 'node:util';
import { describeProps, type RawProps } from '../../card/props.ts';
import type { Card } from '../../card/resolve.ts';
import type { PropReceipt } from './receipt.ts';

/** The layers that the props of a card are made of; the first that has one decides. */
export interface PropLayers {
  readonly given: RawProps;
  readonly example: RawProps;
  readonly config: RawProps;
}

/** Every prop that a card has, with what it came to and where that is from. */
export function tellProps({ template, input, props }: Card, layers: PropLayers): PropReceipt[] {
  const final = props as Readonly<Record<string, unknown>>;
  const names = [...Object.keys(describeProps(template.props)), ...Object.keys(final)];
  return [...new Set(names)]
    .filter((name) => final[name] !== undefined)
    .map((name) => ({ name, value: short(input[name] ?? final[name]), from: originOf(name, layers) }));
}

function originOf(name: string, { given, example, config }: PropLayers): PropReceipt['from'] {
  if (has(given, name)) return isSameAs(given, example, name) ? 'example' : 'given';
  if (has(example, name)) return 'example';
  return has(config, name) ? 'config' : 'default';
}

/** As a whole, or in parts as `speakers.0.name`. */
function has(props: RawProps, name: string): boolean {
  return Object.entries(props).some(
    ([key, value]) => value !== undefined && (key === name || key.startsWith(`${name}.`)),
  );
}

/** The command line gives an example's props as given ones. */
function isSameAs(given: RawProps, example: RawProps, name: string): boolean {
  return Object.hasOwn(example, name) && isDeepStrictEqual(given[name], example[name]);
}

const shownLetters = 40;

/** Data URLs by their beginning and their length: nobody reads the rest. */
export function shortSource(source: string): string {
  if (!/^data:/i.test(source) || source.length <= shownLetters) return source;
  return `${source.slice(0, shownLetters)}… (${source.length} letters)`;
}

function short(value: unknown): unknown {
  if (typeof value === 'string') return shortSource(value);
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, short(part)]));
}
