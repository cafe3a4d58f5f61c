import type { CardRequest } from '../card/resolve.ts';

/** Where the renderer lives, on Netlify and on every other machine. */
export const rendererPath = '/.netlify/functions/gen-opengraph-image';

/** The readable form of a card's URL, as a path: what {@link parseCardRequest} reads. */
export function queryUrl({ template, props, variant, format }: CardRequest): string {
  const query = new URLSearchParams({ template });
  for (const [name, value] of Object.entries(props)) query.set(name, String(value)); // a list becomes a,b
  if (variant) query.set('variant', variant);
  if (format) query.set('format', format);
  return `${rendererPath}?${query}`;
}
