import { expect, it } from 'vitest';
import { findingsOf } from '../../src/card/findings.ts';

const fine = {
  missingGlyphs: [],
  missingFonts: [],
  missingImages: [],
  clamped: false,
  overBudget: false,
  bytes: Buffer.alloc(0),
};

it('a card that has all it needs has no findings', () => {
  expect(findingsOf(fine)).toEqual([]);
});

it('fonts that no template declares are named, with what stands in for them', () => {
  const missingFonts = [{ family: 'Outfit', standIn: 'Inter' }];
  expect(findingsOf({ ...fine, missingFonts })).toEqual([
    'the font "Outfit" is not among the fonts of its template: its words are set in Inter',
  ]);
});
