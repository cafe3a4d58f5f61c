import { expect, test } from 'vitest';
import { apartFrom } from '../../templates/parts/apart.ts';
import { dateParts } from '../../templates/parts/dates.ts';
import { contrast } from '../../templates/parts/palette.ts';

test.each([
  ['en', '22'],
  ['ja', '22'],
  ['ko', '22'],
  ['ar-EG', '٢٢'],
  ['bn', '২২'],
  ['fa', '۱'],
])('keeps the figures of a day in %s and nothing else', (language, day) => {
  expect(dateParts('2026-11-22', language).day).toBe(day);
});

test('moves an area only where it would vanish in its paper', () => {
  const paper = { ground: '#fbf7f1', ink: '#1b171a' };
  expect(apartFrom(paper, '#ffe94a')).toBe('#ffe94a');
  expect(contrast(apartFrom(paper, '#ffffff'), paper.ground)).toBeGreaterThan(1.2);
});
