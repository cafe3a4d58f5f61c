import { describe, expect, it } from 'vitest';
import { formatUnicodeRange, includes, parseUnicodeRange } from '../../../src/card/fonts/unicode-range.ts';

describe('unicode ranges', () => {
  const ranges = parseUnicodeRange('U+0041-005A, U+20AC,u+1F600-1F64F');

  it('are read with both ends included', () => {
    expect(ranges).toEqual([
      [0x41, 0x5a],
      [0x20ac, 0x20ac],
      [0x1f600, 0x1f64f],
    ]);
  });

  it.each([
    ['A', true],
    ['Z', true],
    ['a', false],
    ['€', true],
    ['😀', true],
  ])('tell whether they include %j', (character, expected) => {
    expect(includes(ranges, character.codePointAt(0)!)).toBe(expected);
  });

  it('are written as short as they can be', () => {
    expect(formatUnicodeRange([0x43, 0x41, 0x42, 0x20ac])).toBe('U+41-43,U+20AC');
  });
});
