import fc from 'fast-check';
import { createElement } from 'preact';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { canonicalCard } from '../../src/card/canonical.ts';
import { renderDocument } from '../../src/card/document.ts';
import { cacheKey } from '../../src/card/key.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { type CardRequest, resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate } from '../../src/card/template.ts';
import { completePaths } from '../../src/serve/url/paths.ts';
import { sealedPath } from '../../src/serve/url/sealed-url.ts';

/** Shows all it is given, so that two meanings are two pictures. */
const probe = defineTemplate({
  name: 'probe',
  description: 'Every kind of prop.',
  props: z.strictObject({
    title: z.string(),
    count: z.number().optional(),
    wide: z.boolean().default(false),
    theme: z.enum(['light', 'dark']).default('light'),
    tags: z.array(z.string()).default([]),
  }),
  examples: { one: { title: 'One' } },
  fonts: [],
  css: '',
  viewport: 'og',
  alt: ({ title }) => title,
  render: (props) => createElement('p', null, JSON.stringify(props, Object.keys(props).sort())),
});

const templates = new TemplateRegistry([probe]);
const config = { secrets: [], paths: completePaths({}) };
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a', 'é', 'e\u0301', ' a', 'a\r\nb', 'a\nb', 'a\u0000', '@ & # + ? / %2540'),
);
const listItem = text.filter((item) => !item.includes(',') && item.trim() !== '');
const requests = fc.record({
  template: fc.constant('probe'),
  props: fc.record(
    {
      title: text,
      count: fc.oneof(fc.integer(), fc.integer().map(String)),
      wide: fc.constantFrom(true, false, 'true', 'false'),
      theme: fc.constantFrom('light', 'dark'),
      tags: fc.oneof(
        fc.array(listItem, { maxLength: 3 }),
        fc.constantFrom('', 'a', 'a,b', ' a , b ', 'a,,b'),
      ),
    },
    { requiredKeys: ['title'] },
  ),
  variant: fc.constantFrom(undefined, 'og', 'square', 'x'),
  format: fc.constantFrom(undefined, 'jpeg', 'png'),
}) as fc.Arbitrary<CardRequest>;

/** A card by its meaning (what the template is given, at which size, as what) and by its names. */
async function describeCard(request: CardRequest) {
  const card = await resolveCard(request, templates);
  return {
    card,
    meaning: JSON.stringify([card.props, card.variant, card.format], (_key, value: unknown) =>
      typeof value === 'object' && value && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
    key: cacheKey(renderDocument(card), card.format, 'engine'),
    canonical: JSON.stringify(canonicalCard(card)),
  };
}

const howMany = Number(process.env['CARDS'] ?? 8_000);
const byMeaning = new Map<string, { key: string; name: string }>();
const keys = new Set<string>();
const names = new Set<string>();
let cards = 0;
let notIdempotent = 0;
let unlike = 0;

beforeAll(async () => {
  for (const request of fc.sample(requests, { numRuns: howMany, seed: 20_261_123 })) {
    const { card, meaning, key, canonical } = await describeCard(request);
    cards += 1;
    const again = await resolveCard({ ...canonicalCard(card), format: card.format }, templates);
    if (JSON.stringify(canonicalCard(again)) !== canonical) notIdempotent += 1;
    if (JSON.stringify(again.props) !== JSON.stringify(card.props)) notIdempotent += 1;
    const name = `${canonical} ${card.format}`;
    const known = byMeaning.get(meaning);
    if (known && (known.key !== key || known.name !== name)) unlike += 1;
    byMeaning.set(meaning, { key, name });
    keys.add(key);
    names.add(name);
  }
}, 300_000);

it('is the same card again, and its own canonical form, for thousands of generated cards', () => {
  expect(cards).toBe(howMany);
  expect(notIdempotent).toBe(0);
});

it('gives one key and one name to one meaning, and another to another', () => {
  expect(byMeaning.size).toBeGreaterThan(howMany / 10);
  expect(byMeaning.size).toBeLessThan(howMany * 0.99); // many were said twice, or the test shows nothing
  expect(unlike).toBe(0);
  expect(keys.size).toBe(byMeaning.size);
  expect(names.size).toBe(byMeaning.size);
});

it('is all that a URL depends on', async () => {
  const urls = new Map<string, string>();
  for (const request of fc.sample(requests, { numRuns: 3_000, seed: 20_261_124 })) {
    const { card, canonical } = await describeCard(request);
    const name = `${canonical} ${card.format}`;
    const url = sealedPath(card, config);
    expect(urls.get(name) ?? url).toBe(url);
    urls.set(name, url);
  }
  expect(new Set(urls.values()).size).toBe(urls.size);
});

it('leaves out what the default says, and says the rest in the order of the schema', async () => {
  const card = await resolveCard(
    {
      template: 'probe',
      props: { tags: ' b, a ', theme: 'light', wide: 'false', title: ' e\u0301 ', count: '3' },
      variant: 'og',
    },
    templates,
  );
  expect(JSON.stringify(canonicalCard(card))).toBe(
    '{"template":"probe","props":{"title":"é","count":3,"tags":["b","a"]}}',
  );
});

it.each(['\ud800', 'a\udc00b', '\ud83d'])('refuses half a surrogate pair, %j', async (title) => {
  await expect(resolveCard({ template: 'probe', props: { title } }, templates)).rejects.toThrow('surrogate');
});
