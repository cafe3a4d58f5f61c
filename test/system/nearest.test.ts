import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, InvalidParameterError } from '../../src/errors.ts';
import { nearestTo, unknownValue } from '../../src/system/nearest.ts';

describe('the word that was probably meant', () => {
  it.each([
    ['sqare', 'square'],
    ['SQUARE', 'square'],
    ['portait', 'portrait'],
    ['xx', 'x'],
    ['gO', 'og'],
    ['banner', undefined],
    ['', undefined],
    ['square'.repeat(10), undefined],
  ])('of %j is %j', (word, meant) => {
    expect(nearestTo(word, ['og', 'x', 'square', 'portrait'])).toBe(meant);
  });

  it('is none where there are no words', () => expect(nearestTo('square', [])).toBeUndefined());

  it('is in the error and what a stranger is told of it', () => {
    const error = unknownValue('variant', 'sqare', ['og', 'square']);
    expect(error.publicMessage).toBe(
      'Parameter "variant": unknown value "sqare". Did you mean "square"? Valid: og, square.',
    );
  });
});

describe('an error that nobody caught', () => {
  it.each([
    ['of a setting', new ConfigError('OG_SITE_URL is not set.'), 'invalid_config'],
    [
      'of a prop',
      new InvalidParameterError('title', 'is required').of('Template "hello"'),
      'invalid_parameter',
    ],
  ])('%s is printed once, with its code and nothing that is empty', (_what, error, code) => {
    const printed = inspect(error);
    expect(printed).toMatch(new RegExp(`\\{\\n  code: '${code}'\\n\\}$`));
    expect(printed.split(error.message)).toHaveLength(2);
  });
});
