import { clamped, clipped, overflow, squareCrop } from './edges.ts';
import type { Layout, LintFinding, Rule } from './finding.ts';
import { fonts } from './fonts.ts';
import { cssErrors } from './css-errors.ts';
import { inertElements } from './inert.ts';
import { brokenImages, emptyCard, missingPictures } from './pictures.ts';
import { contrast, missingGlyphs, overlap, smallText } from './reading.ts';

export type { LintFinding, LintRule } from './finding.ts';

const rules: readonly Rule[] = [
  overflow,
  clipped,
  overlap,
  brokenImages,
  missingPictures,
  emptyCard,
  inertElements,
  cssErrors,
  missingGlyphs,
  fonts,
  contrast,
  smallText,
  clamped,
  squareCrop,
];

/** All that is to be said of a card. */
export function applyRules(layout: Layout): LintFinding[] {
  return rules.flatMap((rule) => rule(layout));
}
