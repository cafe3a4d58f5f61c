import { type JsonSchema, jsonSchemaOf, unfitKey } from '../../card/props/json-schema.ts';
import type { PropsSchema } from '../../card/props/schema.ts';
import type { Field } from './field.ts';
import { kindOf } from './kind-of.ts';

/** Deeper parts are edited as JSON: a form of forms helps nobody. */
const maxDepth = 5;

/**
 * The controls of a schema, in the order it declares them: from the same JSON Schema that the
 * command line's help and the reading of URLs are made from.
 */
export function readFields(schema: PropsSchema): Field[] {
  const root = jsonSchemaOf(schema);
  return partsOf(root, root, 0);
}

function partsOf(json: JsonSchema, root: JsonSchema, depth: number): Field[] {
  const whole = resolve(json, root);
  const choices = (whole['anyOf'] ?? whole['oneOf'] ?? whole['allOf']) as readonly JsonSchema[] | undefined;
  if (!isSchema(whole['properties']) && choices) {
    const all = choices.flatMap((choice) => partsOf(choice, root, depth));
    return [...new Map(all.map((field) => [field.name, field])).values()];
  }
  const required = (whole['required'] ?? []) as readonly string[];
  return Object.entries((whole['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, part]) =>
    fieldOf(name, part, { root, depth, isRequired: required.includes(name) }),
  );
}

interface Surroundings {
  readonly root: JsonSchema;
  readonly depth: number;
  readonly isRequired: boolean;
}

function fieldOf(name: string, json: JsonSchema, { root, depth, isRequired }: Surroundings): Field {
  const described = resolve(json, root);
  const { schema, isListToo } = branchOf(described, root);
  const label = {
    name,
    description: textOf(described['description']) || textOf(schema['description']),
    isRequired: isRequired && !('default' in described),
    ...('default' in described && { default: described['default'] }),
  };
  if (depth >= maxDepth || unfitKey in schema) return { ...label, kind: 'json' };
  if (isSchema(schema['items'])) {
    const item = fieldOf('', schema['items'], { root, depth: depth + 1, isRequired: true });
    const { minItems, maxItems } = schema as { minItems?: number; maxItems?: number };
    return { ...label, kind: 'list', item, minItems, maxItems, mayBeOne: isListToo };
  }
  if (isSchema(schema['properties'])) {
    return { ...label, kind: 'object', fields: partsOf(schema, root, depth + 1) };
  }
  return { ...label, ...kindOf(schema) };
}

/** Of several kinds the one that says most: a list of names rather than one name. */
function branchOf(json: JsonSchema, root: JsonSchema): { schema: JsonSchema; isListToo: boolean } {
  const choices = (json['anyOf'] ?? json['oneOf']) as readonly JsonSchema[] | undefined;
  if (!choices) return { schema: json, isListToo: false };
  const branches = choices.map((choice) => resolve(choice, root)).filter(({ type }) => type !== 'null');
  const [only] = branches;
  if (branches.length === 1 && only)
    return { schema: { ...json, ...only, anyOf: undefined }, isListToo: false };
  const list = branches.find(({ items }) => isSchema(items));
  const isOne = (branch: JsonSchema) => branch === list || branch['type'] === itemsTypeOf(list, root);
  if (list && branches.every(isOne)) return { schema: list, isListToo: true };
  const words = branches.flatMap(wordsOf);
  return words.length > 0 && branches.every((branch) => wordsOf(branch).length > 0)
    ? { schema: { enum: words }, isListToo: false }
    : { schema: {}, isListToo: false };
}

function itemsTypeOf(list: JsonSchema | undefined, root: JsonSchema): unknown {
  return list && resolve(list['items'] as JsonSchema, root)['type'];
}

function wordsOf(json: JsonSchema): readonly unknown[] {
  if ('const' in json) return [json['const']];
  return Array.isArray(json['enum']) ? (json['enum'] as readonly unknown[]) : [];
}

/** `#/$defs/name`, in the words of JSON Pointer. */
function resolve(json: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref: reference, ...rest } = json;
  if (typeof reference !== 'string') return json;
  const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  const names = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = names.reduce<JsonSchema>((at, name) => (at[name] ?? {}) as JsonSchema, root);
  return { ...found, ...rest };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
