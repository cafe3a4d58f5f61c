import { chooseBranch } from './choose-branch.ts';
import { describeProps, type PropDescription } from './description.ts';
import type { PropsSchema } from './schema.ts';
import { type InputProps, isPlainObject, type Path, type Primitive, type PropValue } from './values.ts';

/** A text, number or boolean of a card, and what the schema says of it. */
export interface Leaf {
  readonly path: Path;
  readonly value: Primitive;
  readonly description: PropDescription;
}

/** Everything in props that has no parts, in order. */
export function leavesOf(schema: PropsSchema, input: InputProps): Leaf[] {
  const props = describeProps(schema);
  return Object.entries(input).flatMap(([name, value]) => leavesIn(value, props[name] ?? {}, [name]));
}

/** The pictures among them: texts that say where one is. */
export function picturesOf(schema: PropsSchema, input: InputProps): (Leaf & { readonly value: string })[] {
  return leavesOf(schema, input).filter(
    (leaf): leaf is Leaf & { value: string } =>
      leaf.description.format === 'image' && typeof leaf.value === 'string',
  );
}

/** The words of a card, without what is no text. */
export function wordsOf(schema: PropsSchema, input: InputProps): string {
  const words = leavesOf(schema, input).filter(
    ({ description }) => !description.enum && description.format !== 'image',
  );
  return words.map(({ value }) => value).join('\n');
}

function leavesIn(value: PropValue, described: PropDescription, path: Path): Leaf[] {
  const description = chooseBranch(described, value);
  if (value === null) return [];
  if (Array.isArray(value)) {
    const { firstItems = [], items = {} } = description;
    return (value as readonly PropValue[]).flatMap((item, index) =>
      leavesIn(item, firstItems[index] ?? items, [...path, index]),
    );
  }
  if (!isPlainObject(value)) return [{ path, value: value as Primitive, description }];
  const { properties, values = {} } = description;
  return Object.entries(value as InputProps).flatMap(([name, part]) =>
    leavesIn(part, properties?.[name] ?? values, [...path, name]),
  );
}
