import { expect, it } from 'vitest';
import type { LintFinding } from '../../src/camera/lint/rules.ts';
import { countsOf, formatCards, type LintedCard } from '../../src/cli/lint-report.ts';

const pale: LintFinding = {
  rule: 'contrast',
  severity: 'error',
  selector: 'h1',
  text: 'Hello',
  message: 'is too pale',
};
const unknown: LintFinding = {
  rule: 'css-error',
  severity: 'warning',
  selector: '',
  text: '',
  message: 'line 1 of its css means nothing to the browser: colour: red',
};
const card = (example: string, variant: string, ...findings: LintFinding[]): LintedCard => ({
  template: 'hello',
  example,
  variant,
  findings,
});
const cards = [
  card('short', 'og', pale, unknown),
  card('short', 'square', pale),
  card('long', 'og', pale),
  { ...card('broken', 'og'), problem: 'prop "title": is required.' },
  { ...card('short', 'og'), template: 'clean' },
];

it('what is found on many cards is told once, with where, and a template without a finding not at all', () => {
  expect(formatCards(cards, 80)).toEqual([
    'hello',
    '  error    contrast: h1 "Hello" is too pale',
    '           in short (og, square), long (og)',
    '  warning  css-error: line 1 of its css means nothing to the browser: colour:',
    '           red',
    '           in short (og)',
    '  error    no card: prop "title": is required.',
    '           in broken (og)',
    '',
    '5 cards, 4 faults, 1 warning',
  ]);
});

it.each([40, 60, 80, 120])('no line is longer than a terminal of %d columns', (columns) => {
  const lengths = formatCards(cards, columns).map((line) => line.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(columns);
});

it('a card that could not be made counts as a fault', () => {
  expect(countsOf(cards)).toEqual({ faults: 4, warnings: 1 });
});
