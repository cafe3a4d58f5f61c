import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkProps, type RawProps } from '../../src/card/props.ts';
import { InvalidParameterError } from '../../src/errors.ts';

const schema = z.strictObject({
  title: z.string().max(20),
  count: z.int().optional(),
  ratio: z.number().optional(),
  wide: z.boolean().optional(),
  tags: z.array(z.string()).default([]),
  scores: z.array(z.number()).optional(),
  anything: z.any().optional(),
});

const check = async (raw: RawProps) => (await checkProps(schema, raw)).props;

describe('props from a URL', () => {
  it('become numbers, booleans and lists where the schema wants them', async () => {
    const raw = { title: 'x', count: '3', ratio: '-0.5', wide: 'true', tags: 'a, b,,c', scores: '1,2' };
    expect(await check(raw)).toEqual({
      title: 'x',
      count: 3,
      ratio: -0.5,
      wide: true,
      tags: ['a', 'b', 'c'],
      scores: [1, 2],
    });
  });

  it('stay text where the schema wants text', async () => {
    expect(await check({ title: '42' })).toEqual({ title: '42', tags: [] });
  });
});

describe('props from JSON', () => {
  it.each([
    ['an object', { __html: '<b>' }],
    ['a virtual node', { type: 'script', props: {}, constructor: undefined }],
    ['null', null],
    ['a function', () => 'x'],
    ['NaN', Number.NaN],
    ['a list of objects', [{ type: 'script' }]],
    ['a list of lists', [['a']]],
  ])('refuse %s where a primitive belongs', async (_name, value) => {
    for (const name of ['title', 'tags', 'anything']) {
      await expect(check({ title: 'x', [name]: value })).rejects.toThrow(InvalidParameterError);
    }
  });

  it('take lists and numbers as they are', async () => {
    const raw = { title: 'x', count: 3, tags: ['a,b'], scores: [1] };
    expect(await check(raw)).toEqual(raw);
  });
});

it('names the props there are when one is unknown', async () => {
  await expect(check({ titel: 'x' })).rejects.toThrow(
    'Parameter "titel": no such prop. Did you mean "title"? Valid: title, count, ratio, wide, tags, scores, anything.',
  );
});

it('names a missing prop', async () => {
  await expect(check({})).rejects.toThrow('Parameter "title": is required.');
});
