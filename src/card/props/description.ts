import { type JsonSchema, jsonSchemaOf, unfitKey } from './json-schema.ts';
import type { PropsSchema } from './schema.ts';

export type PropType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** What a template's JSON Schema says of a prop or of a part of one; only what is asked of it here. */
export interface PropDescription {
  readonly type?: PropType;
  readonly description?: string;
  readonly enum?: readonly string[];
  /** `image`: a picture, which is fetched before the template sees it; `code`: keeps its indentation; `marks`: has marks. */
  readonly format?: string;
  readonly maxPixelsSide?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  /** The first entries of a list, where each is something of its own. */
  readonly firstItems?: readonly PropDescription[];
  /** The entries of a list, or those after the first. */
  readonly items?: PropDescription;
  /** The parts of an object, in the order they were declared. */
  readonly properties?: PropDescriptions;
  readonly required?: readonly string[];
  /** What every entry is of an object whose names are free. */
  readonly values?: PropDescription;
  /** It is one of these. */
  readonly anyOf?: readonly PropDescription[];
  /** What it is instead, where no URL can say it: `date`, `map`, `recursive`, … */
  readonly unfit?: string;
}

export type PropDescriptions = Readonly<Record<string, PropDescription>>;

const described = new WeakMap<PropsSchema, PropDescriptions>();

/** The props a schema accepts, by name, in the order they were declared. */
export function describeProps(schema: PropsSchema): PropDescriptions {
  let props = described.get(schema);
  if (!props) {
    const json = jsonSchemaOf(schema);
    props = propertiesOf(describe(json, json));
    described.set(schema, props);
  }
  return props;
}

/** Of a schema that is one of several: the props of all of them. */
function propertiesOf({ properties, anyOf = [] }: PropDescription): PropDescriptions {
  if (properties) return properties;
  const entries = anyOf.flatMap((choice) => Object.entries(propertiesOf(choice)));
  const byName = Map.groupBy(entries, ([name]) => name);
  const merged = Array.from(byName, ([name, same]): [string, PropDescription] => {
    const choices = same.map(([, description]) => description);
    return [name, choices.length === 1 ? choices[0]! : { anyOf: choices }];
  });
  return Object.fromEntries(merged);
}

/** @param open The references that lead here: one that leads back has no end. */
function describe(json: JsonSchema, root: JsonSchema, open: readonly string[] = []): PropDescription {
  const { $ref: reference } = json;
  if (typeof reference === 'string') {
    if (reference === '#' || open.includes(reference)) return { unfit: 'recursive' };
    const whole = { ...find(reference, root), ...json, $ref: undefined };
    return describe(whole, root, [...open, reference]);
  }
  const part = (value: unknown) => describe(value as JsonSchema, root, open);
  const choices = (json['anyOf'] ?? json['oneOf']) as readonly JsonSchema[] | undefined;
  const { properties, additionalProperties: values, prefixItems, items } = json;
  return {
    ...facts(json),
    ...(Array.isArray(prefixItems) && { firstItems: prefixItems.map(part) }),
    ...(isSchema(items) && { items: part(items) }),
    ...(isSchema(properties) && { properties: mapValues(properties, part) }),
    ...(isSchema(values) && !isSchema(properties) && { values: part(values) }),
    ...(choices && { anyOf: choices.map(part) }),
    ...(Array.isArray(json['type']) && {
      anyOf: (json['type'] as PropType[]).map((type) => ({ ...facts(json), type })),
    }),
  };
}

function facts(json: JsonSchema): PropDescription {
  const { type, description, format, maxPixelsSide, maxLength, maxItems, required } = json as PropDescription;
  const values = 'const' in json ? [json['const']] : json['enum'];
  const said = {
    description,
    format,
    maxPixelsSide,
    maxLength,
    maxItems,
    required,
    default: json['default'],
  };
  return {
    ...(typeof type === 'string' && { type }),
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as typeof said),
    ...(Array.isArray(values) && { enum: values as readonly string[] }),
    ...(unfitKey in json && { unfit: json[unfitKey] as string }),
  };
}

/** `#/$defs/name`, in the words of JSON Pointer. */
function find(reference: string, root: JsonSchema): JsonSchema {
  const steps = reference.replace(/^#\/?/, '').split('/');
  const names = steps.map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce((json, name) => (json[name] ?? {}) as JsonSchema, root);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function mapValues(schemas: JsonSchema, part: (value: unknown) => PropDescription): PropDescriptions {
  return Object.fromEntries(Object.entries(schemas).map(([name, value]) => [name, part(value)]));
}
