import type { CardRequest } from '../../card/resolve.ts';
import type { PropDescription } from '../../card/props.ts';
import { rendererPath } from './paths.ts';

/** Comes after all that says what the card is, and before what signs it. */
export const explainParameter = 'explain';

/** In which size a card is wanted, where its template has no prop of that name. */
export const sizeParameter = 'size';

/** The readable URL that tells all of a card in place of showing it. */
export function receiptUrl(readable: string): string {
  return `${readable}&${explainParameter}=`;
}

/** The readable URL of a card in a size. */
export function sizedUrl(readable: string, size: string): string {
  return `${readable}&${new URLSearchParams({ [sizeParameter]: size })}`;
}

/**
 * The readable form of a card's URL, as a path: for people, and for `process-url`.
 *
 * @param described The props of the template, where some may be a text or a list.
 */
export function queryUrl(
  { template, props, variant, format, lang, example }: CardRequest,
  path = rendererPath,
  described: Readonly<Record<string, PropDescription>> = {},
): string {
  const query = new URLSearchParams({ template, ...(example && { example }) });
  for (const [name, value] of Object.entries(props)) {
    if (Array.isArray(value) && described[name]?.anyOf) query.set(name, JSON.stringify(value));
    else append(query, name, value);
  }
  if (variant) query.set('variant', variant);
  if (format) query.set('format', format);
  if (lang) query.set('lang', lang);
  return `${path}?${query}`;
}

/** Objects part by part, as in `speakers.0.name`; other lists as one, as in `tags=a,b`. */
function append(query: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return;
  if (Array.isArray(value) && !value.some(isStructure)) query.set(name, listed(value));
  else if (isStructure(value) && Object.keys(value).length > 0) {
    for (const [part, inner] of Object.entries(value)) append(query, `${name}.${part}`, inner);
  } else query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
}

/** JSON where commas would not come back as the list they were. */
function listed(list: readonly unknown[]): string {
  const entries = list.map(String);
  const isPlain = entries.every((entry) => entry !== '' && entry === entry.trim() && !entry.includes(','));
  return isPlain && list.length > 0 && !/^[[{]/.test(entries[0]!) ? entries.join() : JSON.stringify(list);
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
