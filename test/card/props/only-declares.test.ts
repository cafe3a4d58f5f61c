import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { color, image, people, sourceCode, text, theme } from '../../../src/card/fields.ts';
import { onlyDeclares } from '../../../src/card/props/only-declares.ts';
import type { PropsSchema } from '../../../src/card/props/schema.ts';
import { templates } from '../../../templates/index.ts';

const is = (schema: z.ZodType) => onlyDeclares(schema);

it.each([
  ['the fields of templates', z.strictObject({ a: text(9, 'a'), b: color('b').optional(), c: theme() })],
  ['lists, pictures and code', z.object({ a: people(9, 'a'), b: image('b'), c: sourceCode(9, 'c') })],
  ['numbers, words and branches', z.union([z.int().min(1).max(9), z.literal('a'), z.boolean().nullable()])],
])('%s take as long as what they are given is', (_name, schema) => {
  expect(is(schema)).toBe(true);
});

describe('what a user has written may take forever:', () => {
  it.each([
    ['a pattern', z.string().regex(/^(a+)+$/)],
    ['a format of its own', z.stringFormat('mine', /^(a+)+$/)],
    ['a check', z.string().refine(() => true)],
    ['a change', z.string().transform((a) => a)],
    ['what comes before', z.preprocess((a) => a, z.string())],
    ['what is custom', z.custom(() => true)],
    ['what is lazy', z.lazy(() => z.string())],
    ['a key of a record', z.record(z.string().regex(/^(a+)+$/), z.string())],
    ['what stands in place of what is wrong', z.string().catch(() => 'a')],
  ])('%s', (_name, schema) => {
    expect(is(schema)).toBe(false);
    expect(is(z.object({ deep: z.array(z.object({ in: schema.optional() })) }))).toBe(false);
    expect(is(z.object({}).catchall(schema))).toBe(false);
    expect(is(z.union([z.string(), schema]))).toBe(false);
  });

  it('and so may what is not of zod', () => {
    expect(onlyDeclares({ '~standard': {} } as unknown as PropsSchema)).toBe(false);
  });
});

it('all shipped templates but the one that checks dates declare alone', () => {
  const others = templates.filter(({ props }) => !onlyDeclares(props)).map(({ name }) => name);
  expect(others).toEqual(['event']);
});
