import fc from 'fast-check';
import { createElement } from 'preact';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { canonicalCard } from '../../../src/card/canonical.ts';
import { renderDocument } from '../../../src/card/document.ts';
import { cacheKey } from '../../../src/card/key.ts';
import { describeProps } from '../../../src/card/props.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { type CardRequest, resolveCard } from '../../../src/card/resolve.ts';
import { defineTemplate } from '../../../src/card/template.ts';
import { readCard, parseAddress } from '../../../src/serve/http/parse.ts';
import { completePaths } from '../../../src/serve/url/paths.ts';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { sealedPath } from '../../../src/serve/url/sealed-url.ts';

const speaker = z.strictObject({
  name: z.string().min(1).max(40),
  role: z.string().default('guest'),
  rank: z.number().optional(),
  links: z.array(z.string()).default([]),
});

/** Shows all it is given, so that two meanings are two pictures. */
const stage = defineTemplate({
  name: 'stage',
  description: 'Every kind of nested prop.',
  props: z.strictObject({
    title: z.string(),
    speakers: z.array(speaker).max(5).default([]),
    venue: z.strictObject({ hall: z.string(), seats: z.number().default(10) }).optional(),
    span: z.tuple([z.string(), z.number()]).optional(),
    counts: z.record(z.string(), z.number()).optional(),
    author: z.union([z.string(), z.array(z.string())]).optional(),
    medium: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('audio'), minutes: z.number() }),
        z.strictObject({ kind: z.literal('text'), words: z.string() }),
      ])
      .optional(),
  }),
  examples: { one: { title: 'One' } },
  fonts: [],
  css: '',
  viewport: 'og',
  alt: ({ title }) => title,
  render: (props) => createElement('pre', null, JSON.stringify(sorted(props))),
});
const templates = new TemplateRegistry([stage]);
const mount = { paths: completePaths({}), basePath: '' };
const resolve = (props: CardRequest['props']) => resolveCard({ template: 'stage', props }, templates);

/** Names of records are in the order that they are given in, all others in that of the schema. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value as unknown[], sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).map(([name, part]) => [
    name,
    name === 'counts' ? part : sorted(part),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))) as unknown;
}

const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => /\S/.test(text)),
    fc.constantFrom('a', 'a,b', ' a', 'e\u0301', '[a', '3', 'true', '{"a":1}', '@ & # + ? / %2540', 'a.0'),
  )
  .filter((text) => text.trim() !== '' && text.isWellFormed() && !/^[\p{Cc}\s]+$/u.test(text));
const few = { maxLength: 3 };
const cards = fc.record(
  {
    title: word,
    speakers: fc.array(
      fc.record(
        {
          name: word,
          role: fc.constantFrom('guest', 'host'),
          rank: fc.integer(),
          links: fc.array(word, few),
        },
        { requiredKeys: ['name'] },
      ),
      few,
    ),
    venue: fc.record({ hall: word, seats: fc.constantFrom(10, 20) }, { requiredKeys: ['hall'] }),
    span: fc.tuple(word, fc.integer()),
    counts: fc.dictionary(fc.constantFrom('posts', 'books', 'talks'), fc.integer(), { minKeys: 1 }),
    author: fc.oneof(word, fc.array(word, { ...few, minLength: 1 })),
    medium: fc.oneof(
      fc.record({ kind: fc.constant('audio'), minutes: fc.integer() }),
      fc.record({ kind: fc.constant('text'), words: word }),
    ),
  },
  { requiredKeys: ['title'] },
);

/** The same props as JSON in one text for each of them. */
function asJson(props: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(props).map(([name, value]) => {
    const isText = typeof value === 'string' || name === 'author';
    return [name, isText ? value : JSON.stringify(value)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The same props as a stranger writes them into an address. */
function asQuery(props: Record<string, unknown>): CardRequest {
  const url = queryUrl({ template: 'stage', props }, undefined, describeProps(stage.props));
  return readCard(parseAddress(new Request(`http://localhost${url}`), mount), ['stage']).request;
}

const runs = { numRuns: 500, seed: 20_261_128 };

describe('a card with nested props', () => {
  it('is one card, with one key and one name, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(cards, async (props) => {
        const card = await resolve(props);
        const [name, key] = [JSON.stringify(canonicalCard(card)), cacheKey(renderDocument(card), 'png', 'x')];
        const others = [await resolve(asJson(props)), await resolveCard(asQuery(props), templates)];
        others.push(await resolve(canonicalCard(card).props));
        for (const other of others) {
          expect(JSON.stringify(canonicalCard(other))).toBe(name);
          expect(other.props).toEqual(card.props);
          expect(cacheKey(renderDocument(other), 'png', 'x')).toBe(key);
        }
      }),
      runs,
    );
  });

  it('has one sealed URL for one meaning, and another for another', async () => {
    const byMeaning = new Map<string, string>();
    for (const props of fc.sample(cards, runs)) {
      const card = await resolve(props);
      const meaning = JSON.stringify(sorted(card.props));
      const url = sealedPath(card, { secrets: [], ...mount });
      expect(byMeaning.get(meaning) ?? url).toBe(url);
      byMeaning.set(meaning, url);
    }
    expect(new Set(byMeaning.values()).size).toBe(byMeaning.size);
  });
});

describe('the readable form', () => {
  it.each([
    [{ 'speakers.0.name': 'Ada', 'speakers.1.name': 'Bo, PhD' }, ['Ada', 'Bo, PhD']],
    [{ speakers: '[{"name":"Ada"},{"name":"Bo, PhD"}]' }, ['Ada', 'Bo, PhD']],
    [{ 'speakers.1.name': 'Bo', 'speakers.0.name': 'Ada' }, ['Ada', 'Bo']],
  ])('says lists of objects: %j', async (props, names) => {
    const { props: read } = await resolve({ title: 'x', ...props });
    expect((read as { speakers: { name: string }[] }).speakers.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    [{ tags: ['a', 'b'] }, 'tags=a%2Cb'],
    [{ tags: ['a, b', 'c'] }, `tags=${encodeURIComponent('["a, b","c"]').replaceAll('%20', '+')}`],
    [{ tags: [] }, 'tags=%5B%5D'],
    [{ tags: ['[a'] }, `tags=${encodeURIComponent('["[a"]')}`],
    [{ people: [{ name: 'Ada' }] }, 'people.0.name=Ada'],
  ])('is written from %j', (props, query) => {
    expect(queryUrl({ template: 't', props }).split('?template=t&')[1]).toBe(query);
  });
});

describe('nested props that are wrong', () => {
  it.each([
    [
      { 'speakers.0.nam': 'x' },
      'Parameter "speakers.0.nam": no such prop. Did you mean "name"? Valid: name, role, rank, links.',
    ],
    [{ 'speakers.0.role': 'x' }, 'Parameter "speakers.0.name": is required.'],
    [{ 'speakers.1.name': 'x' }, 'Parameter "speakers.0": is missing.'],
    [{ speakers: '[]', 'speakers.0.name': 'x' }, '"speakers": was given as a whole and in parts.'],
    [{ 'venue.hall': 'x', 'venue.hall.name': 'y' }, '"venue.hall.name": was given as a whole and in parts.'],
    [{ speakers: 'Ada' }, 'Parameter "speakers.0": expected its parts, as in speakers.0.name=…, or JSON.'],
    [{ venue: 'x' }, 'Parameter "venue": expected its parts, as in venue.hall=…, or JSON.'],
    [{ 'venue.hall': 'x', 'venue.seats': 'many' }, 'Parameter "venue.seats": invalid input: expected number'],
    [{ venue: [] }, 'Parameter "venue": expected its parts'],
    [{ speakers: [{ name: { __html: 'x' } }] }, 'Parameter "speakers.0.name": expected text.'],
    [{ speakers: [null] }, 'Parameter "speakers.0": expected its parts'],
    [{ counts: '{"__proto__":1}' }, 'Parameter "counts.__proto__": no usable name.'],
    [{ counts: '{"constructor":1}' }, 'Parameter "counts.constructor": no usable name.'],
    [{ '__proto__.x': '1' }, 'Parameter "__proto__": no such prop.'],
    [{ 'title.x': '1' }, 'Parameter "title": was given as a whole and in parts.'],
    [{ '.title': '1' }, 'Parameter ".title": no such prop.'],
    [{ [`a${'.a'.repeat(5_000)}`]: '1' }, 'no such prop'],
    [{ 'medium.kind': 'audio' }, 'Parameter "medium.minutes": is required.'],
    [{ author: [['x']] }, 'Parameter "author.0": expected text.'],
    [{ speakers: '['.repeat(4_000) }, 'Parameter "speakers.0": expected its parts'],
    [{ speakers: `${'['.repeat(4_000)}${']'.repeat(4_000)}` }, 'Parameter "speakers.0": expected its parts'],
    [
      { counts: JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`n${i}`, i]))) },
      'is more than a card can show',
    ],
  ])('are named by the way to them: %j', async (props, message) => {
    await expect(resolve({ title: 'x', ...props })).rejects.toThrow(message);
  });

  it('are all named at once', async () => {
    const wrong = resolve({
      speakers: [{ name: 'Ada', rank: 'high' }, { nam: 'x' }],
      venue: { hall: '', seats: 'x' },
    });
    await expect(wrong).rejects.toMatchObject({
      problems: [
        {
          parameter: 'speakers.1.nam',
          problem: 'no such prop',
          validValues: ['name', 'role', 'rank', 'links'],
        },
        { parameter: 'title', problem: 'is required' },
        { parameter: 'speakers.0.rank', problem: 'invalid input: expected number, received string' },
        { parameter: 'speakers.1.name', problem: 'is required' },
        { parameter: 'venue.seats', problem: 'invalid input: expected number, received string' },
      ],
    });
  });

  it('pollute no prototype', async () => {
    await resolve(JSON.parse('{"title":"x","__proto__.polluted":"yes"}') as CardRequest['props']).catch(
      () => {},
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
