import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../src/fonts/faces.ts';
import { covers, parseUnicodeRange } from '../../src/fonts/unicode-range.ts';

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
    ['', false],
  ])('tell whether they cover %j', (text, expected) => {
    const codePoints = Array.from(text, (character) => character.codePointAt(0)!);
    expect(covers(ranges, codePoints)).toBe(expected);
  });
});

describe('font faces', () => {
  it('come with their bytes inside', () => {
    const [face, ...others] = fontFaces([{ family: 'Inter', weights: [400] }], 'a');
    expect(Buffer.from(face!.data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
    expect(face!.id).toMatch(/^Inter latin 400 [\w-]{16}$/);
    expect(others).toEqual([]);
  });

  it.each([
    [{ family: 'Comic Sans', weights: [400] }, 'No font family "Comic Sans"'],
    [{ family: 'Inter', weights: [450] }, 'Inter has no weight 450'],
  ])('are refused for what does not ship', (use, message) => {
    expect(() => fontFaces([use], 'a')).toThrow(message);
  });
});
