import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rememberOrigin } from '../../src/card/origins.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { defineTemplate, type Template } from '../../src/card/template.ts';
import { TemplateError } from '../../src/errors.ts';
import { plain } from '../../templates/plain.tsx';

const broken = (changes: object) => new TemplateRegistry([{ ...plain, ...changes }]);
const withProp = (prop: z.ZodType) =>
  broken({ props: z.strictObject({ list: z.array(z.object({ when: prop })) }) });
const tree = z.object({
  name: z.string(),
  get kids() {
    return z.array(tree).optional();
  },
});

it('refuses two templates of one name', () => {
  expect(() => new TemplateRegistry([plain, plain])).toThrow('same name');
});

it('refuses a name that does not fit a URL', () => {
  expect(() => broken({ name: 'Big Card' })).toThrow('lower-case');
});

it('finds what defineTemplate made, by name', () => {
  const template = defineTemplate({ ...plain, name: 'mine' });
  expect(new TemplateRegistry([plain, template]).get('mine')).toBe(template);
});

it('takes a template of props and render alone', () => {
  const template = defineTemplate({
    name: 'mine',
    props: z.strictObject({
      title: z.string(),
      tone: z.enum(['a', 'b']).default('a'),
      brand: z.string().optional(),
    }),
    render: ({ title }) => title,
  });
  const { fonts, viewport, examples, css } = new TemplateRegistry([template]).get('mine');
  expect({ fonts, viewport, examples, css }).toEqual({
    fonts: [{ family: 'Inter', weights: [400, 700] }],
    viewport: 'og',
    examples: {},
    css: '',
  });
  const card = { title: 'Low water', tone: 'a', brand: '#123456' } as const;
  expect(template.alt(card, { language: 'en', data: undefined })).toBe('Low water');
});

describe('a template that JavaScript lets pass is refused with its fields', () => {
  it.each([
    [{ name: undefined }, "it has no name: say name: 'hello'"],
    [{ props: undefined }, '"props" is missing: say what it takes'],
    [{ props: { '~standard': { validate: () => undefined } } }, 'cannot describe itself'],
    [{ examples: undefined }, '"examples" is missing: an object of named props'],
    [{ fonts: undefined }, '"fonts" is missing: a list, as in'],
    [{ fonts: 'Inter' }, '"fonts" is not a list'],
    [{ css: undefined }, '"css" is missing: text'],
    [{ viewport: 'huge' }, 'its viewport is "huge". Valid: og, x, square'],
    [{ alt: 'A card' }, '"alt" is not a function'],
    [{ render: undefined }, '"render" is missing'],
    [{ load: 'https://example.com' }, '"load" is not a function'],
    [{ dataMaxAgeSeconds: -1 }, '"dataMaxAgeSeconds" is not a number of seconds'],
    [
      { css: undefined, fonts: undefined },
      '"fonts" is missing: a list, as in [{ family: \'Inter\', weights: [400, 700] }]; defineTemplate() fills in what may be left out; "css" is missing',
    ],
  ])('%j', (changes, message) => {
    expect(() => broken(changes)).toThrow(TemplateError);
    expect(() => broken(changes)).toThrow(message);
  });
});

describe('a prop that no URL can say is refused by name, and by what to take instead', () => {
  it.each([
    ['a date', z.date(), 'is a date: take z.iso.date()'],
    ['a date made of anything', z.coerce.date(), 'is a date: take z.iso.date()'],
    ['a date that may be left out', z.date().optional(), 'is a date: take z.iso.date()'],
    ['a date behind a preprocessor', z.preprocess((value) => value, z.date()), 'is a date'],
    ['a date among others', z.union([z.string(), z.date()]), 'is a date'],
    ['a Map', z.map(z.string(), z.string()), 'is a Map: take z.record()'],
    ['a Set', z.set(z.string()), 'is a Set: take z.array()'],
    ['a bigint', z.bigint(), 'is a bigint: take z.number()'],
    ['a literal bigint', z.literal(3n), 'is a bigint'],
    ['a function', z.function(), 'is a function: let "render" have it'],
    ['a file', z.file(), 'is a file: take image()'],
    ['an instance', z.instanceof(URL), 'is a check of anything: begin with what it takes'],
    ['a transform of anything', z.transform(String), 'is a transform of anything'],
    ['a symbol', z.symbol(), 'is symbol, which no URL can say'],
    ['a tree without end', tree, 'holds itself, and so has no end'],
    [
      'a name with a dot',
      z.object({ 'a.b': z.string() }),
      'prop "list.*.when.a.b" has a name that no URL parameter can have',
    ],
    [
      'a name of JavaScript',
      z.object({ constructor: z.string() }),
      'has a name that no URL parameter can have',
    ],
  ])('%s', (_name, prop, problem) => {
    expect(() => withProp(prop)).toThrow(TemplateError);
    expect(() => withProp(prop)).toThrow(`Template "plain": prop "list.*.when`);
    expect(() => withProp(prop)).toThrow(problem);
  });

  it('where it lies too deep', () => {
    const deep = Array.from({ length: 9 }).reduce<z.ZodType>((inner) => z.object({ a: inner }), z.string());
    expect(() => withProp(deep)).toThrow('lies deeper than 8 levels');
  });

  it.each(['format', 'lang', 'example', 'sig'])(
    'where it is called %s, as a parameter of every URL is',
    (name) => {
      const reserved = () => broken({ props: z.strictObject({ [name]: z.string() }) });
      expect(reserved).toThrow(`prop "${name}" is a reserved parameter of URLs`);
    },
  );

  it('with its file, where that is known', () => {
    const template = { ...plain, props: z.strictObject({ day: z.date() }) } as unknown as Template;
    rememberOrigin(template, 'cards/plain.tsx');
    expect(() => new TemplateRegistry([template])).toThrow(
      'Template "plain" (cards/plain.tsx): prop "day" is a date',
    );
  });
});

it.each([
  ['coerced numbers', z.coerce.number()],
  ['text that becomes something else', z.string().transform((text) => text.length)],
  ['a described type used twice', z.object({ a: z.string().meta({ id: 'word' }), b: z.string() })],
  ['nullable text', z.string().nullable()],
  ['fixed words and numbers', z.literal(['auto', 3])],
])('takes %s', (_name, prop) => {
  expect(() => withProp(prop)).not.toThrow();
});
