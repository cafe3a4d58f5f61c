import { expect, it } from 'vitest';
import { canonicalCard } from '../../src/card/canonical.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { type CardRequest, resolveCard } from '../../src/card/resolve.ts';
import { fromProject } from '../../src/project/assemble.ts';
import { templates } from '../../templates/index.ts';

const defaults = { brand: '#00ff00', site: 'The Lamp Room', nobody: 'has this' };
const registry = new TemplateRegistry(templates, { defaults });
const card = { template: 'plain', props: { title: 'Hello' } };

it.each<[string, CardRequest, object]>([
  ['what is left open', card, { brand: '#00ff00', site: 'The Lamp Room' }],
  ['not what is said', { ...card, props: { title: 'Hello', brand: '#111111' } }, { brand: '#111111' }],
  [
    'what is said to be undefined',
    { ...card, props: { title: 'x', brand: undefined } },
    { brand: '#00ff00' },
  ],
  ['what an example leaves open', { ...card, props: {}, example: 'short' }, { site: 'The Lamp Room' }],
  ['nothing of a card that is complete', { ...card, isComplete: true }, { brand: '#1b2a6b' }],
])('defaults of the project fill %s', async (_name, request, expected) => {
  expect((await resolveCard(request, registry)).props).toMatchObject(expected);
});

it('defaults are in a sealed card, which another config leaves as it is', async () => {
  const sealed = canonicalCard(await resolveCard(card, registry));
  const elsewhere = new TemplateRegistry(templates, { defaults: { brand: '#ff0000' } });
  const opened = await resolveCard({ ...sealed, isComplete: true }, elsewhere);
  expect(opened.props).toEqual((await resolveCard(card, registry)).props);
});

it('the config of a function has them, and its name', async () => {
  const cardstock = fromProject({ name: 'The Lamp Room', defaults: { brand: '#00ff00' } }, {}, templates);
  expect((await resolveCard(card, cardstock.templates)).props).toMatchObject({
    brand: '#00ff00',
    site: 'The Lamp Room',
  });
  await cardstock.close();
});
