import type { RawProps } from './values.ts';

/** Props over others; what is given in parts (`speakers.0.name`) takes the place of the whole. */
export function over(below: RawProps, props: RawProps): RawProps {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  const taken = new Set(given.map(([name]) => name.split('.', 1)[0]!));
  const rest = Object.entries(below).filter(([name]) => !taken.has(name));
  return Object.fromEntries([...rest, ...given]);
}
