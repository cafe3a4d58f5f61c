import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { altOf } from '../../src/card/alt.ts';
import { canonicalCard } from '../../src/card/canonical.ts';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate, text } from '../../src/template.ts';
import { templates } from '../../templates/index.ts';

const own = defineTemplate({
  name: 'own',
  props: z.strictObject({ title: text(90, 'A title', { marks: true }), note: text(90, 'A note') }),
  render: ({ title }) => title,
});
const registry = new TemplateRegistry([...templates, own]);

function cardOf(template: string, props: Record<string, unknown>, lang = 'en') {
  return resolveCard({ template, props, lang }, registry);
}

async function bodyOf(template: string, props: Record<string, unknown>, lang?: string): Promise<string> {
  const { html } = renderDocument(await cardOf(template, props, lang));
  return html.slice(html.indexOf('<body>'));
}

const words = 'How `await` *really* **works**';
const marked: readonly [string, Record<string, unknown>][] = [
  ['article', { title: words }],
  ['code', { title: words, code: 'x' }],
  ['docs', { title: words, project: 'Kiln' }],
  ['episode', { title: words }],
  ['event', { name: words, date: '2026-12-03' }],
  ['plain', { title: words }],
  ['profile', { name: words }],
  ['release', { headline: words, product: 'Kiln', version: '1.0.0' }],
  ['stats', { title: words, value: '3' }],
];

describe('the marks of a title', () => {
  it.each(marked)('are elements on a card of %s, and nothing in its alt', async (template, props) => {
    const card = await cardOf(template, props);
    const { html, missingFonts, faces } = renderDocument(card);
    expect(html).toMatch(
      /<code dir="ltr"[^>]*>await<\/code> <em[^>]*>really<\/em> <strong[^>]*>works<\/strong>/,
    );
    expect(missingFonts).toEqual([]);
    expect(faces.some(({ family }) => /Mono/.test(family))).toBe(true);
    expect(altOf(card)).toContain('How await really works');
  });

  it('are a part of what the card means', async () => {
    expect(canonicalCard(await cardOf('article', { title: words })).props).toEqual({ title: words });
  });

  it('are taken off in an alt that nobody wrote, and only where they are marks', async () => {
    expect(altOf(await cardOf('own', { title: '*a* `b`', note: '*c*' }))).toBe('a b, *c*');
  });
});

const three = ['Ida Lewis', 'Grace Darling', 'Ada Lovelace'];

describe('the authors of a card', () => {
  it.each([
    ['en', three, 'Ida Lewis, Grace Darling & Ada Lovelace'],
    ['en', three.slice(1), 'Grace Darling & Ada Lovelace'],
    ['en', ['Ida Lewis'], 'Ida Lewis'],
    ['de', three, 'Ida Lewis, Grace Darling und Ada Lovelace'],
    ['ja', three, 'Ida Lewis、Grace Darling、Ada Lovelace'],
    ['en', 'Ida Lewis, her father', 'Ida Lewis, her father'],
  ])('in %s, %j are %s', async (lang, author, said) => {
    for (const [template, rest] of [
      ['article', { title: 'Xx' }],
      ['code', { code: 'x' }],
    ] as const) {
      const card = await cardOf(template, { ...rest, author }, lang);
      expect(altOf(card)).toContain(said);
      expect(renderDocument(card).html).toContain(said.replaceAll('&', '&amp;'));
    }
  });

  it('have the initials of the first two, whatever joins them', async () => {
    for (const lang of ['en', 'de']) {
      expect(await bodyOf('article', { title: 'Xx', author: three }, lang)).toMatch(/>IG<\/span>/);
    }
  });

  it.each([
    { author: three },
    { author: JSON.stringify(three) },
    { 'author.0': three[0], 'author.1': three[1], 'author.2': three[2] },
  ])('are the same card as %j', async (props) => {
    const card = await cardOf('article', { title: 'Xx', ...props });
    expect(canonicalCard(card).props).toEqual({ title: 'Xx', author: three });
  });

  it('of a text stay that text', async () => {
    const card = await cardOf('article', { title: 'Xx', author: 'Ada, Ida' });
    expect(canonicalCard(card).props).toEqual({ title: 'Xx', author: 'Ada, Ida' });
  });
});
