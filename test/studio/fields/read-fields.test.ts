import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { color, image, people, sourceCode, text } from '../../../src/template.ts';
import { readFields } from '../../../src/studio/fields/read-fields.ts';
import { templates } from '../../../templates/index.ts';

const fieldOf = (schema: z.ZodType) => readFields(z.strictObject({ it: schema }))[0];

describe('the control of a prop', () => {
  it.each<[string, z.ZodType, object]>([
    ['a text', text(40, ''), { kind: 'text', minLength: 1, maxLength: 40 }],
    ['a text with marks', text(40, '', { marks: true }), { kind: 'text', hasMarks: true }],
    ['a long text', text(300, ''), { kind: 'long', maxLength: 300 }],
    ['code', sourceCode(900, ''), { kind: 'code', maxLength: 900 }],
    ['a picture', image(''), { kind: 'picture' }],
    ['a colour', color(''), { kind: 'color' }],
    ['a day', z.iso.date(), { kind: 'date' }],
    ['a day by a pattern', z.string().regex(/^\d{4}-\d\d-\d\d$/), { kind: 'date' }],
    ['a text by a pattern', z.string().regex(/^\w+$/), { kind: 'text' }],
    ['a text of one length', z.string().regex(/^.{7}$/), { kind: 'text' }],
    ['true or false', z.boolean(), { kind: 'boolean' }],
    ['a number', z.number().min(0.5).max(3), { kind: 'number', min: 0.5, max: 3, step: 'any' }],
    ['a number in steps', z.number().multipleOf(0.25), { kind: 'number', step: 0.25 }],
    ['a whole number', z.int(), { kind: 'number', min: undefined, max: undefined, step: 1 }],
    ['words', z.enum(['a', 'b']), { kind: 'choice', options: ['a', 'b'] }],
    ['one word', z.literal('a'), { kind: 'choice', options: ['a'] }],
    ['words, one by one', z.union([z.literal('a'), z.literal(2)]), { kind: 'choice', options: ['a', 2] }],
    ['a text or nothing', text(9, '').nullable(), { kind: 'text', maxLength: 9 }],
    ['a list', z.array(z.number()).max(3), { kind: 'list', maxItems: 3, item: { kind: 'number' } }],
    ['one or several', people(60, ''), { kind: 'list', mayBeOne: true, maxItems: 8, item: { kind: 'text' } }],
    [
      'parts',
      z.strictObject({ name: text(9, ''), age: z.int().optional() }),
      {
        kind: 'object',
        fields: [
          { name: 'name', isRequired: true },
          { name: 'age', isRequired: false },
        ],
      },
    ],
    ['what is named elsewhere', z.array(text(9, '').meta({ id: 'Named' })), { item: { kind: 'text' } }],
    ['a text or a number', z.union([z.string(), z.number()]), { kind: 'json' }],
    ['names that are free', z.record(z.string(), z.string()), { kind: 'json' }],
  ])('of %s', (_name, schema, expected) => {
    expect(fieldOf(schema)).toMatchObject(expected);
  });

  it('says what counts where nothing is said, and whether it is needed', () => {
    const schema = z.strictObject({ a: text(9, 'What'), b: text(9, '').optional(), c: z.int().default(4) });
    expect(readFields(schema)).toMatchObject([
      { name: 'a', description: 'What', isRequired: true },
      { name: 'b', isRequired: false },
      { name: 'c', isRequired: false, default: 4 },
    ]);
  });

  it('is there for every prop of a schema that is one of several', () => {
    const schema = z.union([z.strictObject({ a: text(9, '') }), z.strictObject({ b: z.int() })]);
    expect(readFields(schema).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('is a form, and no JSON, for all props of the templates that ship', () => {
    const kinds = templates.flatMap(({ props }) => readFields(props).map(({ kind }) => kind));
    expect(kinds).not.toContain('json');
  });
});
