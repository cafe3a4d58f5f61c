import { describe, expect, it } from 'vitest';
import { directionOfText } from '../../../src/card/words/direction.ts';

describe('on a card written from the right, a text', () => {
  it.each([
    'CSS: مغامرة جديدة في عالم التصميم!',
    'Docker چیست',
    '3D הדפסה בבית: מה צריך לדעת?',
    'WebGL و TypeScript',
    '«العربية»',
  ])('with one letter of such a script runs from the right: %s', (text) => {
    expect(directionOfText(text, 'rtl')).toBe('rtl');
  });

  it.each(['Ada Lovelace', 'Hello, world!', 'Node.js 24', '東京'])(
    'without runs from the left: %s',
    (text) => {
      expect(directionOfText(text, 'rtl')).toBe('ltr');
    },
  );
});

describe('on any other card, a text', () => {
  it.each([
    ['مرحبا بالعالم in a word', 'rtl'],
    ['Kebab (כבב) and its cousins', 'ltr'],
    ['العربية in the middle of an English page about writing', 'ltr'],
    ['CSS مغامرة جديدة في عالم', 'rtl'],
  ])('runs as most of its letters do: %s', (text, direction) => {
    expect(directionOfText(text, 'ltr')).toBe(direction);
  });
});

it.each(['19:30', '4.2.0', '…', ''])('says nothing where there are no letters: "%s"', (text) => {
  expect(directionOfText(text, 'ltr')).toBeUndefined();
  expect(directionOfText(text, 'rtl')).toBeUndefined();
});
