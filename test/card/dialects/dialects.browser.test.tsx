import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createCamera } from '../../../src/camera/camera.ts';
import { renderDocument } from '../../../src/card/document.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { defineTemplate, type Template } from '../../../src/card/template.ts';
import { readConfig } from '../../../src/config.ts';

const camera = await createCamera(readConfig({}, { browsers: 1 }));
afterAll(() => camera.close());

/** What the element with the id `it` looks like in the browser. */
async function look(body: unknown, look: Partial<Template>, properties: readonly string[]) {
  const template = defineTemplate({
    name: 'one',
    description: 'One element',
    props: z.strictObject({}),
    examples: { one: {} },
    fonts: [{ family: 'Inter', weights: [400] }],
    css: '',
    viewport: 'og',
    alt: () => '',
    render: () => body as never,
    ...look,
  });
  const card = await resolveCard({ template: 'one', props: {} }, new TemplateRegistry([template]));
  const read = `(() => {
    const style = getComputedStyle(document.getElementById('it'));
    return ${JSON.stringify(properties)}.map((name) => style.getPropertyValue(name));
  })()`;
  return camera.inspect(renderDocument(card), async (view) => (await view.evaluate(read)) as string[]);
}

describe('Tailwind', () => {
  it.each<[what: string, body: unknown, template: Partial<Template>, expected: Record<string, string>]>([
    [
      'styles a headline over our reset',
      <h1 id="it" class="mt-6 text-7xl font-bold">
        Hi
      </h1>,
      {},
      { 'font-size': '72px', 'font-weight': '700', 'margin-top': '24px' },
    ],
    [
      'styles a list',
      <ul id="it" class="list-disc pl-4" />,
      {},
      { 'list-style-type': 'disc', 'padding-left': '16px' },
    ],
    ['resets as it does elsewhere', <h3 id="it">Hi</h3>, {}, { 'font-size': '16px', 'margin-top': '0px' }],
    [
      'reads tw and class as one',
      <p id="it" class="p-4" tw="bg-[rgb(1,2,3)] scale-50" />,
      {},
      { 'padding-top': '16px', 'background-color': 'rgb(1, 2, 3)', scale: '0.5' },
    ],
    [
      'gives way to the CSS of the template',
      <p id="it" class="p-4" />,
      { css: 'p { padding: 1px }' },
      { 'padding-top': '1px' },
    ],
    [
      "has the theme of a project's stylesheet",
      <p id="it" class="bg-brand" />,
      {
        tailwind: { css: '@import "tailwindcss"; @theme { --color-brand: #010203; }', folder: process.cwd() },
      },
      { 'background-color': 'rgb(1, 2, 3)' },
    ],
  ])('%s', async (_what, body, template, expected) => {
    const found = await look(body, { tailwind: true, ...template }, Object.keys(expected));
    expect(found).toEqual(Object.values(expected));
  });

  it('is not there where nobody asks for it', async () => {
    expect(await look(<p id="it" class="p-4" />, {}, ['padding-top'])).toEqual(['0px']);
  });
});

describe('a stylesheet', () => {
  it('may lie in layers, and still wins over our reset', async () => {
    const css = '@layer own { h1 { font-size: 40px; margin: 3px } }';
    expect(await look(<h1 id="it">Hi</h1>, { css }, ['font-size', 'margin-top'])).toEqual(['40px', '3px']);
  });
});

it('cuts text after as many lines as lineClamp says', async () => {
  const style = { lineClamp: 2, width: 200, lineHeight: '20px' };
  const text = 'So many words that they cannot stand in two lines of so narrow a column. '.repeat(3);
  expect(
    await look(
      <p id="it" style={style}>
        {text}
      </p>,
      {},
      ['height'],
    ),
  ).toEqual(['40px']);
});
