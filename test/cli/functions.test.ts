import { expect, it } from 'vitest';
import { describeCheck } from '../../src/cli/functions.ts';

const unseen = { template: 'unseen', result: 'no example', bytes: 0, ms: 9 } as const;
const same = { template: 'hello', result: 'same', bytes: 49_482, ms: 1_060 } as const;
const differs = { ...same, template: 'moody', result: 'differs', problem: '4 other bytes here' } as const;
const failed = { template: 'away', result: 'failed', bytes: 0, ms: 0, problem: '500: no' } as const;

it('a check of functions is a table, and the size of the bundle', () => {
  expect(describeCheck({ cards: [same, differs], bundleBytes: 133 * 2 ** 20 }).lines).toEqual([
    'template  result        bytes       ms',
    'hello     same          49482     1060',
    'moody     differs       49482     1060  4 other bytes here',
    '133 MB unzipped, of 250 MB',
  ]);
});

it.each([
  ['every card is the same', [same], 133, true],
  ['a template has no example', [same, unseen], 133, true],
  ['a card differs', [same, differs], 133, false],
  ['a card failed', [failed, same], 133, false],
  ['the bundle is too large', [same], 251, false],
])('a check of functions where %s', (_case, cards, size, isGood) => {
  expect(describeCheck({ cards, bundleBytes: size * 2 ** 20 })).toMatchObject({ isGood });
});
