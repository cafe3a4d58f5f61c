import { expect, it } from 'vitest';
import { sameness } from '../../../src/site/survey/count.ts';

it('two texts are the same to a reader whatever their case, space and width', () => {
  expect(sameness(' Night  Garden ')).toBe('night garden');
  expect(sameness('Ｎight\u00a0Garden\n')).toBe('night garden');
  expect(sameness('')).toBe('');
});

it('a long word before a sign of another script is compared at once', () => {
  const word = 'x'.repeat(100_000);
  expect(sameness(`${word} – Ä`)).toBe(`${word} – ä`);
});
