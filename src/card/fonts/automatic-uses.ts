import type { Family } from './family.ts';
import { type FontUse, openFamily } from './open-family.ts';
import { shippedStyles } from './stand-ins.ts';

/** What nobody says, and every page has: text, and text that stands out. */
const usualWeights = [400, 700];

/**
 * How families that no template declares are used: in the weights that its stylesheets name, as
 * far as there are such.
 */
export function automaticUses(
  names: readonly string[],
  asked: readonly number[],
  isItalic: boolean,
): FontUse[] {
  return names.flatMap((family) => {
    const use: FontUse = { family, weights: [] };
    const opened = openFamily(use);
    const wanted = [...usualWeights, ...asked].map((weight) => nearest(opened, weight));
    const weights = [...new Set(wanted)].sort((a, b) => a - b);
    const upright = { ...use, weights };
    return isItalic && shippedStyles(family)?.italic
      ? [upright, { ...upright, style: 'italic' as const }]
      : [upright];
  });
}

function nearest({ weights }: Family, wanted: number): number {
  const within = weights.map(([first, last]) => Math.min(last, Math.max(first, wanted)));
  return within.reduce((best, weight) =>
    Math.abs(weight - wanted) < Math.abs(best - wanted) ? weight : best,
  );
}
