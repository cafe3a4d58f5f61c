import type { CardRequest } from '../../card/resolve.ts';
import { InvalidParameterError } from '../../errors.ts';
import { rendererPath } from './paths.ts';

/**
 * The readable form of a card's URL, as a path: for people, and for `process-url`.
 *
 * @throws {InvalidParameterError} an entry of a list has a comma, which this form parts lists at.
 */
export function queryUrl(
  { template, props, variant, format, lang, example }: CardRequest,
  path = rendererPath,
): string {
  const query = new URLSearchParams({ template, ...(example && { example }) });
  for (const [name, value] of Object.entries(props)) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? joinList(name, value) : asText(value));
  }
  if (variant) query.set('variant', variant);
  if (format) query.set('format', format);
  if (lang) query.set('lang', lang);
  return `${path}?${query}`;
}

function joinList(name: string, list: readonly unknown[]): string {
  if (!list.some((item) => String(item).includes(','))) return list.join(',');
  throw new InvalidParameterError(name, 'a comma inside an entry needs a sealed URL');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
