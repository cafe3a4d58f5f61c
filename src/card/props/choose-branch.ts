import type { PropDescription, PropType } from './description.ts';
import { isPlainObject } from './values.ts';

/**
 * Which of several descriptions a value means to fit: of text that is JSON of a list or an
 * object, the one that takes that; of other text, the first that takes it as it is, then what it
 * can be read as; of objects, the one that has its fixed words and names.
 */
export function chooseBranch(description: PropDescription, value: unknown): PropDescription {
  if (!description.anyOf) return description;
  const branches = description.anyOf.flatMap((branch) => flatten(branch));
  const isList = Array.isArray(value);
  if (value === null) return ofType(branches, 'null') ?? branches[0]!;
  if (typeof value === 'string') return branchForText(branches, value);
  if (typeof value === 'number') return ofType(branches, 'number', 'integer') ?? branches[0]!;
  if (typeof value === 'boolean') return ofType(branches, 'boolean') ?? branches[0]!;
  if (isPlainObject(value)) return branchForObject(branches, value);
  return (isList && branchForList(branches, value)) || branches[0]!;
}

function flatten(description: PropDescription): readonly PropDescription[] {
  return description.anyOf?.flatMap(flatten) ?? [description];
}

function ofType(branches: readonly PropDescription[], ...types: PropType[]): PropDescription | undefined {
  return branches.find(({ type }) => type && types.includes(type));
}

function branchForText(branches: readonly PropDescription[], text: string): PropDescription {
  const word = branches.find(({ enum: words }) => words?.map(String).includes(text));
  const free = branches.find(({ type, enum: words }) => type === 'string' && !words);
  const json = parseStructure(text);
  const list = Array.isArray(json) ? branchForList(branches, json) : undefined;
  if (list) return list;
  if (isPlainObject(json) && branches.some(isObject)) return branchForObject(branches, json);
  if (word ?? free) return (word ?? free)!;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text);
  const number = isNumber ? ofType(branches, 'number', 'integer') : undefined;
  const boolean = text === 'true' || text === 'false' ? ofType(branches, 'boolean') : undefined;
  if (number ?? boolean) return (number ?? boolean)!;
  return ofType(branches, 'array') ?? branches[0]!;
}

function branchForObject(
  branches: readonly PropDescription[],
  value: Readonly<Record<string, unknown>>,
): PropDescription {
  const names = Object.keys(value);
  const objects = branches.filter(isObject);
  const fixed = objects.find(({ properties = {} }) => {
    const words = Object.entries(properties).filter(([, { enum: allowed }]) => allowed?.length === 1);
    return words.length > 0 && words.every(([name, { enum: allowed }]) => allowed![0] === value[name]);
  });
  const fitting = objects.find(
    ({ properties, required = [] }) =>
      (!properties || names.every((name) => Object.hasOwn(properties, name))) &&
      required.every((name) => names.includes(name)),
  );
  const isNumbered = names.length > 0 && names.every((name) => /^\d+$/.test(name));
  const list = isNumbered ? ofType(branches, 'array') : undefined;
  return list ?? fixed ?? fitting ?? objects[0] ?? branches[0]!;
}

/** A list of objects and a list of texts are told apart by their first entries. */
function branchForList(branches: readonly PropDescription[], list: readonly unknown[]) {
  const lists = branches.filter(({ type }) => type === 'array');
  const isOfObjects = isPlainObject(list[0]);
  return lists.find(({ items }) => Boolean(items && isObject(items)) === isOfObjects) ?? lists[0];
}

function isObject({ type }: PropDescription): boolean {
  return type === 'object';
}

/** What a text says where it is JSON of a list or of an object. */
export function parseStructure(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
