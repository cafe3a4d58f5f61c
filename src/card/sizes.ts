import { TemplateError } from '../errors.ts';
import type { Template } from './template.ts';
import { type Viewport, variants } from './variants.ts';
import { type OwnSizes, problemOfSize, viewportOf } from './viewport.ts';

const sizesOfTemplates = new WeakMap<Template, Readonly<Record<string, Viewport>>>();

/** Every size that cards of a template may have: those that ship, and its own. */
export function sizesOf(template: Template): Readonly<Record<string, Viewport>> {
  const known = sizesOfTemplates.get(template);
  if (known) return known;
  const own = Object.entries(template.variants ?? {}).map(([name, size]) => [name, viewportOf(size)]);
  const sizes = { ...variants, ...(Object.fromEntries(own) as Record<string, Viewport>) };
  sizesOfTemplates.set(template, sizes);
  return sizes;
}

/** In file names, in URLs, and in the tags by which a CDN lets go of its copies. */
const wellNamed = /^[a-z][a-z\d-]{0,39}(?:@\d(?:\.\d)?x)?$/;

/**
 * @param whose What to call the one that has them, as in `Template "card"`.
 * @throws {TemplateError} a size has a name that it may not have, or is too large.
 */
export function checkSizes(sizes: OwnSizes, whose: string): void {
  for (const [name, size] of Object.entries(sizes)) {
    const problem = problemOfName(name) ?? problemOfSize(size);
    if (problem) throw new TemplateError(`${whose}: the variant "${name}" cannot be: ${problem}.`);
  }
}

function problemOfName(name: string): string | undefined {
  if (Object.hasOwn(variants, name)) return 'it ships, and is the same for everybody';
  return wellNamed.test(name)
    ? undefined
    : 'its name has lower-case letters, digits and dashes only, as in github or github@2x';
}
