import type { ParameterProblem } from '../../errors.ts';
import { suggest } from '../../system/nearest.ts';
import { normalizeCode, normalizeText } from '../text.ts';
import { chooseBranch, parseStructure } from './choose-branch.ts';
import { describeProps, type PropDescription, type PropDescriptions } from './description.ts';
import { nestProps } from './nest.ts';
import type { PropsSchema } from './schema.ts';
import {
  type InputProps,
  isPlainObject,
  isUsableName,
  type Path,
  pathName,
  type Primitive,
  type PropValue,
  type RawProps,
} from './values.ts';

export interface ReadProps {
  readonly input: InputProps;
  /** All that is wrong, by the names of props and of their parts. */
  readonly problems: readonly ParameterProblem[];
}

/** More than any card can show; what strangers send is looked at no further. */
const maxParts = 2_000;

/**
 * The checks no schema can forget: only declared names, and only what is declared there, which
 * is text, numbers, booleans, and lists and objects of these. An object that reached JSX as a
 * child could pass for markup (CVE-2026-22028).
 */
export function readProps(schema: PropsSchema, raw: RawProps): ReadProps {
  const { props, problems } = nestProps(raw);
  const reader = new Reader(problems);
  const input = reader.object(props, describeProps(schema), []);
  return { input, problems };
}

/** One reading of one card's props. */
class Reader {
  readonly #problems: ParameterProblem[];
  #parts = 0;

  constructor(problems: ParameterProblem[]) {
    this.#problems = problems;
  }

  object(value: Readonly<Record<string, unknown>>, properties: PropDescriptions, path: Path): InputProps {
    const given = Object.entries(value).filter(([, part]) => part !== undefined);
    for (const [name] of given) {
      if (!Object.hasOwn(properties, name)) {
        const names = Object.keys(properties);
        this.#refuse([...path, name], 'no such prop', { validValues: names, ...suggest(name, names) });
      }
    }
    const known = Object.keys(properties).filter((name) => Object.hasOwn(value, name));
    return this.#entries(known, (name) => this.#value(value[name], properties[name]!, [...path, name]));
  }

  #value(value: unknown, described: PropDescription, path: Path): PropValue | undefined {
    this.#parts += 1;
    if (value === undefined) return undefined;
    if (this.#parts > maxParts) return this.#refuse(path, `is more than a card can show: ${maxParts} parts`);
    const description = chooseBranch(described, value);
    if (description.type === 'array') return this.#list(value, description, path);
    if (description.type === 'object') return this.#structure(value, description, path);
    return this.#primitive(value, description, path);
  }

  #list(value: unknown, { items = {}, firstItems = [] }: PropDescription, path: Path) {
    const list = typeof value === 'string' ? readList(value) : listOf(value);
    if (!list) {
      const written = items.type === 'object' ? `${pathName(path)}.0.…=…, or JSON` : 'a,b';
      return this.#refuse(path, `expected a list, as in ${written}`);
    }
    const at = (index: number) => this.#value(list[index], firstItems[index] ?? items, [...path, index]);
    return list.map((_item, index) => {
      const read = at(index);
      if (list[index] === undefined) this.#refuse([...path, index], 'is missing');
      return read as PropValue;
    });
  }

  #structure(value: unknown, { properties, values }: PropDescription, path: Path) {
    const structure = typeof value === 'string' ? parseStructure(value) : value;
    if (!isPlainObject(structure)) {
      const name = pathName(path);
      return this.#refuse(path, `expected its parts, as in ${name}.${exampleOf(properties)}=…, or JSON`);
    }
    if (properties) return this.object(structure, properties, path);
    const names = Object.keys(structure).filter((name) => structure[name] !== undefined);
    for (const name of names) if (!isUsableName(name)) this.#refuse([...path, name], 'no usable name');
    return this.#entries(names.filter(isUsableName), (name) =>
      this.#value(structure[name], values ?? {}, [...path, name]),
    );
  }

  /** Names in the order they are given in; what could not be read is left out. */
  #entries(names: readonly string[], read: (name: string) => PropValue | undefined): InputProps {
    const entries = names.map((name) => [name, read(name)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as InputProps;
  }

  #primitive(value: unknown, description: PropDescription, path: Path): PropValue | undefined {
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
    if (value === null && description.type === 'null') return null;
    if (typeof value !== 'string') {
      const kinds = description.type === undefined ? 'text, a number, true or false' : wordFor(description);
      return this.#refuse(path, `expected ${kinds}`);
    }
    if (!value.isWellFormed()) return this.#refuse(path, 'holds half a surrogate pair');
    return readText(value, description);
  }

  #refuse(path: Path, problem: string, valid: Pick<ParameterProblem, 'validValues' | 'suggestion'> = {}) {
    if (this.#problems.length < maxProblems) {
      this.#problems.push({ parameter: pathName(path), problem, ...valid });
    }
    return undefined;
  }
}

/** Nobody reads on. */
const maxProblems = 20;

function wordFor({ type }: PropDescription): string {
  return type === 'boolean' ? 'true or false' : type === 'string' ? 'text' : 'a number';
}

function exampleOf(properties: PropDescriptions = {}): string {
  return Object.keys(properties)[0] ?? 'name';
}

function readText(value: string, { type, format, enum: words }: PropDescription) {
  const text = format === 'code' ? normalizeCode(value) : normalizeText(value);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const isNumeric = /^-?\d+(\.\d+)?$/.test(text);
  if ((type === 'number' || type === 'integer') && isNumeric) return Number(text);
  if (type !== undefined || !words || words.includes(text)) return text;
  return (words as readonly Primitive[]).find((word) => String(word) === text) ?? text;
}

/** Two ways to write a list in a URL: `a,b`, where empty entries count for nothing, or JSON. */
function readList(text: string): readonly unknown[] | undefined {
  const json = parseStructure(text);
  if (json !== undefined) return listOf(json);
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A list, or what `nestProps` makes of one: an object whose names are its numbers. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isPlainObject(value)) return undefined;
  const numbers = Object.keys(value);
  if (numbers.length === 0 || !numbers.every((name) => /^(?:0|[1-9]\d{0,3})$/.test(name))) return undefined;
  const length = Math.max(...numbers.map(Number)) + 1;
  return Array.from({ length }, (_, index) => value[index]);
}
