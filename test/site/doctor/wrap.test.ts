import { expect, it } from 'vitest';
import { columnsOf, wrap } from '../../../src/site/doctor/wrap.ts';

it('breaks between words', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

it('gives a word that is too long a line of its own', () => {
  expect(wrap('see https://example.com/a for it', 10)).toEqual(['see', 'https://example.com/a', 'for it']);
});

it('counts two columns for characters that are as wide', () => {
  expect([
    columnsOf('日本'),
    columnsOf('한'),
    columnsOf('🙂'),
    columnsOf('e\u0301'),
    columnsOf('né'),
  ]).toEqual([4, 2, 2, 1, 2]);
  expect(wrap('日本 日本', 8)).toEqual(['日本', '日本']);
});
