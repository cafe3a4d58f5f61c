import type { ControlProps } from './control.ts';

/** The parts of a prop, each in its own words. */
export function ObjectControl({ field, path, partOf }: ControlProps<'object'>) {
  return <div class="parts">{field.fields.map((part) => partOf(part, [...path, part.name]))}</div>;
}
