import { expect, it } from 'vitest';
import * as z from 'zod';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { defineTemplate } from '../../src/card/template.ts';
import { plain } from '../../templates/plain.tsx';

const broken = (changes: object) => new TemplateRegistry([{ ...plain, ...changes }]);

it('refuses two templates of one name', () => {
  expect(() => new TemplateRegistry([plain, plain])).toThrow('same name');
});

it('refuses a name that does not fit a URL', () => {
  expect(() => broken({ name: 'Big Card' })).toThrow('lower-case');
});

it('refuses a prop that would hide behind a reserved parameter', () => {
  expect(() => broken({ props: z.strictObject({ format: z.string() }) })).toThrow('reserved');
});

it('refuses a template without an example', () => {
  expect(() => broken({ examples: {} })).toThrow('no example');
});

it('finds what defineTemplate made, by name', () => {
  const template = defineTemplate({ ...plain, name: 'mine' });
  expect(new TemplateRegistry([plain, template]).get('mine')).toBe(template);
});
