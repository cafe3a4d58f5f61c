import { describeMissingFont, type MissingFont } from './fonts/missing-font.ts';
import { formatCodePoint } from './text.ts';

/** What of a finished card may be less than its page deserves. */
export interface Findable {
  readonly missingGlyphs: readonly number[];
  readonly missingFonts: readonly MissingFont[];
  readonly clamped: boolean;
  readonly overBudget: boolean;
  readonly missingImages: readonly { readonly prop: string; readonly reason: string }[];
  readonly bytes: Uint8Array;
}

/** What a person should know of a card before it is published, a sentence each. */
export function findingsOf(image: Findable): string[] {
  const glyphs = image.missingGlyphs.map(formatCodePoint).join(', ');
  const kilobytes = (image.bytes.length / 1000).toFixed(0);
  return [
    ...(glyphs ? [`no font here can draw ${glyphs}`] : []),
    ...image.missingFonts.map(describeMissingFont),
    ...(image.clamped ? ['some text is too long for its card and was cut'] : []),
    ...image.missingImages.map(({ prop, reason }) => `the picture "${prop}" could not be shown: ${reason}`),
    ...(image.overBudget ? [`${kilobytes} kB is over the budget of CARDSTOCK_BUDGET_KB`] : []),
  ];
}
