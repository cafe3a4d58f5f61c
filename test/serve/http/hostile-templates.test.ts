import { type FunctionComponent, h } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { plain } from '../../../templates/plain.tsx';
import { defineTemplate, type Template } from '../../../src/card/template.ts';
import { createResponder } from '../../support/services.ts';

/** The usual two seconds, for each loop of this file, would be half a minute. */
const limit = vi.hoisted(() => ({ forLoopsMs: undefined as number | undefined }));

vi.mock(import('../../../src/system/time-limit.ts'), async (load) => {
  const { withinMs } = await load();
  return { withinMs: (limitMs, work, late) => withinMs(limit.forLoopsMs ?? limitMs, work, late) };
});

const json = { headers: { accept: 'application/json' } };
const tailwind = { css: '@theme { --color-red: red } @tailwind utilities;', folder: import.meta.dirname };

const loops = (): never => {
  for (;;);
};
const Endless: FunctionComponent = () => loops();
const chokes = () => /^(?:a+)+$/.test(`${'a'.repeat(60)}!`);
const never = () => new Promise<never>(() => {});
const thrower = (thrown: unknown) => () => {
  throw thrown;
};
const throwsLate = async () => {
  await Promise.resolve();
  return thrower(null)();
};
const restless = {
  get message() {
    throw new Error('do not look');
  },
  toString: thrower(new Error('do not print')),
};
const endless = Object.defineProperty(new Error('odd'), 'message', { get: loops, enumerable: true });

type Parts = Partial<Pick<Template, 'prepare' | 'render' | 'load' | 'tailwind'>>;

const drawn = (parts: Parts): Template => ({ ...plain, name: 'hostile', ...parts });
const checked = (check: (title: string) => unknown) =>
  defineTemplate({
    name: 'hostile',
    props: z.strictObject({ title: z.string().refine(check) }),
    render: ({ title }) => h('h1', null, title),
  }) as unknown as Template;

const hostile: readonly (readonly [what: string, template: Template, status: number])[] = [
  ['loops in render', drawn({ render: loops }), 504],
  ['loops in an expression', drawn({ render: () => String(chokes()) }), 504],
  ['loops in a component', drawn({ render: () => h(Endless, null) }), 504],
  ['loops in render, dressed by Tailwind', drawn({ render: loops, tailwind }), 504],
  ['loops in prepare', drawn({ prepare: loops }), 504],
  ['loops in load', drawn({ load: loops }), 502],
  ['loops in a check of its schema', checked(loops), 504],
  ['loops in what it loads', drawn({ load: () => Promise.resolve(endless) }), 504],
  ['never settles in prepare', drawn({ prepare: never }), 504],
  ['never settles in load', drawn({ load: never }), 502],
  ['never settles in a check of its schema', checked(never), 504],
  ['throws nothing', drawn({ render: thrower(undefined) }), 500],
  ['throws null', drawn({ render: thrower(null) }), 500],
  ['throws a symbol', drawn({ render: thrower(Symbol('odd')) }), 500],
  ['throws what is frozen', drawn({ render: thrower(Object.freeze({})) }), 500],
  ['throws what throws', drawn({ render: thrower(restless) }), 500],
  ['throws what loops', drawn({ render: thrower(endless) }), 504],
  [
    'throws a proxy that loops',
    drawn({ render: thrower(new Proxy({}, { get: loops, getPrototypeOf: loops })) }),
    504,
  ],
  ['throws null in prepare', drawn({ prepare: throwsLate }), 500],
  ['throws null in load', drawn({ load: throwsLate }), 502],
  ['throws null in a check of its schema', checked(thrower(null)), 500],
];

let complaints: string[];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void complaints.push(String(line)));
});

describe('a template that', () => {
  it.each(hostile)('%s costs its own card alone, and is complained of', async (what, template, status) => {
    const { ask, camera } = createResponder({
      templates: [template, plain],
      config: { timeoutMs: what.includes('settles') ? 400 : 20_000, loadTimeoutMs: 200, production: true },
    });
    limit.forLoopsMs = what.includes('loops') ? 100 : undefined;
    expect((await ask('?template=hostile&title=Hello', json)).status).toBe(status);
    expect((await ask('?template=hostile&title=Hello', json)).status).toBe(status);
    limit.forLoopsMs = undefined;
    expect((await ask('?template=plain&title=Hello', json)).status).toBe(200);
    expect(camera.awaited).toEqual(new Set());
    expect(complaints).not.toEqual([]);
  });
});

it('a redirect waits for no template that never settles', async () => {
  const { redirect } = createResponder({
    templates: [drawn({ prepare: never })],
    config: { timeoutMs: 100 },
  });
  const path = '/.netlify/functions/process-url?template=hostile&title=Hello';
  expect((await redirect(path, json)).status).toBe(504);
});

it.each([
  ['loops', loops],
  ['never settles', never],
])('a fallback card whose template %s leaves the drawing', async (_what, prepare) => {
  limit.forLoopsMs = undefined;
  const { ask } = createResponder({
    templates: [drawn({ prepare }), drawn({ name: 'broken', render: thrower(null) } as Parts)],
    config: { production: true, fallback: { template: 'hostile', props: { title: 'Sorry' } } },
  });
  const answer = await ask('?template=broken&title=Hello', { headers: { 'user-agent': 'Twitterbot/1.0' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});
