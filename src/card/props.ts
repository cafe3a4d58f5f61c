import { InvalidParameterError } from '../errors.ts';
import type { PropsSchema } from './template.ts';
import { normalizeCode, normalizeText } from './text.ts';

export type Primitive = string | number | boolean;
export type RawProps = Readonly<Record<string, unknown>>;
/** Props as a schema takes them: only declared names, only primitives or lists of them, text normalised. */
export type InputProps = Readonly<Record<string, Primitive | readonly Primitive[]>>;

/** What a template's JSON Schema says of one prop; only what the URL form needs. */
export interface PropDescription {
  type?: string;
  description?: string;
  enum?: readonly string[];
  /** `image`: a picture, which is fetched before the template sees it; `code`: keeps its indentation. */
  format?: string;
  maxPixelsSide?: number;
  maxLength?: number;
  maxItems?: number;
  default?: unknown;
  items?: PropDescription;
}

type PropDescriptions = Readonly<Record<string, PropDescription>>;

const described = new WeakMap<PropsSchema, PropDescriptions>();

/** The props a schema accepts, by name, in the order they were declared. */
export function describeProps(schema: PropsSchema): PropDescriptions {
  let props = described.get(schema);
  if (!props) {
    const json = schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
    props = (json['properties'] ?? {}) as PropDescriptions;
    described.set(schema, props);
  }
  return props;
}

/**
 * The two checks no schema can forget: only declared names, and only primitives or lists of
 * them. An object that reached JSX as a child could pass for markup (CVE-2026-22028).
 *
 * @throws {InvalidParameterError} naming the prop and the valid values.
 */
export function readProps(schema: PropsSchema, raw: RawProps): InputProps {
  const props = describeProps(schema);
  const names = Object.keys(props);
  const input: Record<string, Primitive | Primitive[]> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (!names.includes(name)) throw new InvalidParameterError(name, 'no such prop', names);
    if (value !== undefined) input[name] = readValue(name, value, props[name] ?? {});
  }
  return input;
}

/**
 * What the template is given, after its own schema has had its say.
 *
 * @throws {InvalidParameterError} naming the prop and the valid values.
 */
export async function validateProps(schema: PropsSchema, input: InputProps): Promise<unknown> {
  const result = await schema['~standard'].validate(input);
  if (!result.issues) return result.value;
  const [issue] = result.issues;
  const first = issue?.path?.[0];
  const name = String(typeof first === 'object' ? first.key : (first ?? 'props'));
  const problem = name in input ? lowerFirst(issue?.message ?? 'not valid') : 'is required';
  throw new InvalidParameterError(name, problem, describeProps(schema)[name]?.enum);
}

/** The words of a card, without what is no text. */
export function wordsOf(schema: PropsSchema, input: InputProps): string {
  const props = describeProps(schema);
  const words = Object.entries(input).filter(
    ([name]) => !props[name]?.enum && props[name]?.format !== 'image',
  );
  return words.flatMap(([, value]) => value).join('\n');
}

function readValue(name: string, value: unknown, prop: PropDescription): Primitive | Primitive[] {
  if (prop.type !== 'array') return readPrimitive(name, value, prop);
  const list = typeof value === 'string' ? splitList(value) : value;
  if (!Array.isArray(list)) throw new InvalidParameterError(name, 'expected a list, as in a,b');
  return list.map((item) => readPrimitive(name, item, prop.items ?? {}));
}

/** The URL form of a list: `a,b`. Empty entries count for nothing. */
function splitList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readPrimitive(name: string, value: unknown, { type, format }: PropDescription): Primitive {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value !== 'string') {
    throw new InvalidParameterError(name, 'expected text, a number, true or false, or a list of these');
  }
  if (!value.isWellFormed()) throw new InvalidParameterError(name, 'holds half a surrogate pair');
  const text = format === 'code' ? normalizeCode(value) : normalizeText(value);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
