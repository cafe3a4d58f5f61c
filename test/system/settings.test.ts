import { expect, it } from 'vitest';
import * as z from 'zod';
import { setting } from '../../src/system/settings/setting.ts';

const about = 'something';
const colour = z.enum(['red', 'blue']);

it.each([
  ['the default of its schema', setting('X', colour.default('red'), { about }), '`red`'],
  ['nothing', setting('X', colour.optional(), { about }), 'none'],
  [
    'what it says',
    setting('X', colour, { about, shownDefault: 'by day', byDefault: () => 'red' as const }),
    'by day',
  ],
])('a setting shows as its default %s', (_, { shownDefault }, shown) => {
  expect(shownDefault).toBe(shown);
});

it('a default may depend on where we run, and gives way to a value', () => {
  const { read } = setting('X', colour, { about, byDefault: ({ NIGHT }) => (NIGHT ? 'blue' : 'red') });
  expect([read({}), read({ NIGHT: '1' }), read({ NIGHT: '1', X: 'red' })]).toEqual(['red', 'blue', 'red']);
});

it('an invalid value is named and shown, but for a secret', () => {
  const error = (isSecret: boolean) =>
    setting('X', colour, { about, isSecret }).read.bind(undefined, { X: 'green' });
  expect(error(false)).toThrow('X="green" is not valid');
  expect(error(true)).toThrow('X is not valid');
  expect(error(true)).not.toThrow('green');
});
