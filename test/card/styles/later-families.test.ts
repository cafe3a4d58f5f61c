import { h } from 'preact';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { renderDocument } from '../../../src/card/document.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { defineTemplate } from '../../../src/template.ts';

/** The fonts that draw a letter which Newsreader lacks and Inter has, on a card with this stylesheet. */
async function fontsOf(css: string, style = ''): Promise<string[]> {
  const template = defineTemplate({
    name: 'letters',
    description: 'One letter.',
    props: z.strictObject({}),
    examples: { short: {} },
    fonts: [
      { family: 'Newsreader', weights: [400] },
      { family: 'Inter', weights: [400] },
    ],
    viewport: 'og',
    alt: () => 'Ж',
    css,
    render: () => h('main', style ? { style } : {}, 'Ж'),
  });
  const request = { template: 'letters', props: {}, lang: 'ru' };
  const { faces } = renderDocument(await resolveCard(request, new TemplateRegistry([template])));
  const files = faces.map(({ id }) => id.split(' ')[2]!.replace(/-(?:wght|\d+)-normal$/, ''));
  return [...new Set(files)].filter((file) => file.endsWith('cyrillic'));
}

it.each([
  ['a list', 'main { font-family: Newsreader, Inter }'],
  [
    'each of several lists',
    'main { font: 2rem newsreader, serif, "Inter" } p { font-family: Newsreader, X, Inter }',
  ],
  ['a list after a variable', 'main { font-family: var(--first), Newsreader, Inter }'],
  ['the list of a variable', 'html { --text: Newsreader, Inter } main { font-family: var(--text) }'],
])('what a family lacks is left to the one after it in %s', async (_what, css) => {
  expect(await fontsOf(css)).toEqual(['inter-cyrillic']);
});

it('what a family lacks is left to the one after it in the style of an element', async () => {
  expect(await fontsOf('', 'font-family: Newsreader, Inter')).toEqual(['inter-cyrillic']);
});

it.each([
  ['named alone', 'main { font-family: Newsreader }'],
  ['named alone once', 'main { font-family: Newsreader, Inter } p { font-family: Newsreader }'],
  ['the last of its list', 'main { font-family: Inter, Newsreader }'],
  [
    'where a variable is not set',
    'main { font-family: Newsreader, Inter } p { font-family: var(--x, Newsreader) }',
  ],
])('a family has every script where it is %s', async (_where, css) => {
  expect(await fontsOf(css)).toContain('noto-sans-cyrillic');
});
