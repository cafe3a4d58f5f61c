import type { InvalidParameterError } from '../../errors.ts';
import { unknownValue } from '../../system/nearest.ts';
import type { PictureRules, PictureVariant } from './rules.ts';

/** What a URL asks of a picture: a variant, a free size that is allowed, or the whole of it. */
export interface PictureSize {
  /** `md`, `200x200`, `full`: in the URL, in keys and in cache tags. */
  readonly name: string;
  /** Nothing where it is the original's own. */
  readonly variant: PictureVariant | undefined;
}

export const fullSize: PictureSize = { name: 'full', variant: undefined };

const openForm = /^\d+x\d+$/;

/** The size at the end of a name, and what is before it; nothing where it ends in none. */
export function splitSize(
  stem: string,
  rules: PictureRules,
): { base: string; size: PictureSize } | undefined {
  const end = endOf(stem);
  if (!end) return undefined;
  const { base, name } = end;
  const variant = Object.hasOwn(rules.variants, name) ? rules.variants[name] : openVariant(name, rules);
  return variant && { base, size: { name, variant } };
}

/** @throws {InvalidParameterError} there is no such size. */
export function sizeOf(name: string, rules: PictureRules): PictureSize {
  const found = name === fullSize.name ? fullSize : splitSize(`x-${name}`, rules)?.size;
  if (found) return found;
  throw unknownSize(name, rules);
}

export function unknownSize(name: string, rules: PictureRules): InvalidParameterError {
  return unknownValue('size', name, sizeNames(rules));
}

export function sizeNames({ variants, sizes }: PictureRules): string[] {
  return [...Object.keys(variants), ...sizes];
}

/** What a name ends in that could be meant as a size and is none. */
export function unknownSizeOf(stem: string, rules: PictureRules): { base: string; name: string } | undefined {
  return splitSize(stem, rules) ? undefined : endOf(stem);
}

/** What could be the name of a size, and what is before it. */
function endOf(stem: string): { base: string; name: string } | undefined {
  const [, base, name] = /^(.*[^/])-([a-z\d]+)$/.exec(stem) ?? [];
  return base === undefined || name === undefined ? undefined : { base, name };
}

function openVariant(name: string, { sizes }: PictureRules): PictureVariant | undefined {
  if (!openForm.test(name) || !sizes.includes(name)) return undefined;
  const [width, height] = name.split('x').map(Number) as [number, number];
  return { width, height, fit: 'cover' };
}
