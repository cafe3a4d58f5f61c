import { type PropDescription, type PropDescriptions } from './description.ts';
import type { InputProps, PropValue } from './values.ts';

/** Props without those that say what their default says, at any depth: one spelling for one meaning. */
export function withoutDefaults(input: InputProps, properties: PropDescriptions): InputProps {
  const said = Object.entries(input).flatMap(([name, value]) => {
    const description = properties[name] ?? {};
    const short = shortest(value, description);
    return isDefault(short, description) ? [] : [[name, short] as const];
  });
  return Object.fromEntries(said);
}

/** What may be of several kinds is left as it is: of which, may hang on a word that is a default. */
function shortest(
  value: PropValue,
  { items, firstItems = [], properties, values }: PropDescription,
): PropValue {
  if (Array.isArray(value)) {
    const list = value as readonly PropValue[];
    return list.map((item, index) => shortest(item, firstItems[index] ?? items ?? {}));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (properties) return withoutDefaults(value as InputProps, properties);
  const entries = Object.entries(value as InputProps);
  return Object.fromEntries(entries.map(([name, part]) => [name, shortest(part, values ?? {})]));
}

function isDefault(short: PropValue, description: PropDescription): boolean {
  const { default: value } = description;
  if (value === undefined) return false;
  if (typeof short !== 'object' || short === null) return short === value;
  return JSON.stringify(short) === JSON.stringify(shortest(value as PropValue, description));
}
