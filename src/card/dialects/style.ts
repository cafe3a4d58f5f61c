import { isUnitless } from './unitless.ts';

/** A style as React understands it: bare numbers have their units, and `lineClamp` cuts the lines. */
export function styleOf(style: unknown): unknown {
  if (typeof style !== 'object' || style === null) return style;
  const { lineClamp, ...rest } = style as Record<string, unknown>;
  const entries = Object.entries({ ...rest, ...clamped(lineClamp) });
  return Object.fromEntries(entries.map(([name, value]) => [name, valueOf(name, value)]));
}

/** A number that needs no unit is text from here on, so that nobody adds one. */
function valueOf(name: string, value: unknown): unknown {
  if (typeof value === 'boolean') return undefined;
  return typeof value === 'number' && isUnitless(name) ? String(value) : value;
}

/** Chromium has `line-clamp` by its old name alone, and only in a box of its old kind. */
function clamped(lineClamp: unknown): Record<string, unknown> {
  const lines = /^\s*(\d+)/.exec(String(lineClamp))?.[1];
  if (lines === undefined) return {};
  return { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines, overflow: 'hidden' };
}
