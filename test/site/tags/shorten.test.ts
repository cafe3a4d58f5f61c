import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/site/tags/shorten.ts';

describe('a text that is too long', () => {
  it.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two, three', 10, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['onetwothree', 6, 'onetw…'],
    ['日本語日本語', 4, '日本語…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12, '👩‍👩‍👧‍👦…'],
    ['', 5, ''],
  ])('%j in %i is %j', (text, maxLength, short) => {
    expect(shorten(text, maxLength)).toBe(short);
  });

  it('never grows longer, and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        const short = shorten(text, maxLength);
        expect(short.length).toBeLessThanOrEqual(maxLength);
        expect(short.isWellFormed()).toBe(text.isWellFormed() || short.isWellFormed());
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});
