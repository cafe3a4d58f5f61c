import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { templates } from '../../templates/index.ts';

const registry = new TemplateRegistry(templates);

const titles = {
  ar: 'CSS: مغامرة جديدة في عالم التصميم!',
  fa: 'Docker چیست',
  he: '3D הדפסה בבית: מה צריך לדעת?',
};

/** What each design needs beside the words it is about. */
const designs: Record<string, { words: string; props?: Record<string, unknown> }> = {
  article: { words: 'title', props: { author: 'Ada Lovelace' } },
  code: { words: 'title', props: { code: 'const a = 1;', author: 'Ada Lovelace' } },
  docs: { words: 'title', props: { project: 'Ada Lovelace' } },
  episode: { words: 'title', props: { guest: 'Ada Lovelace' } },
  event: { words: 'name', props: { date: '2026-11-28', place: 'Ada Lovelace' } },
  plain: { words: 'title', props: { site: 'Ada Lovelace' } },
  profile: { words: 'name', props: { role: 'Ada Lovelace' } },
  quote: { words: 'quote', props: { name: 'Ada Lovelace' } },
  release: { words: 'headline', props: { product: 'Ada Lovelace', version: '4.2.0' } },
  stats: { words: 'title', props: { value: '37 %', source: 'Ada Lovelace' } },
};

it('knows every design', () => {
  expect(Object.keys(designs).sort()).toEqual(registry.names.sort());
});

describe.each(Object.entries(titles))('a title in %s that begins with a Latin word', (lang, title) => {
  it.each(Object.entries(designs))(
    'runs from the right in %s, and a Latin name from the left',
    async (template, { words, props }) => {
      const card = await resolveCard({ template, lang, props: { ...props, [words]: title } }, registry);
      const { html } = renderDocument(card);
      const directionOf = (text: string) =>
        new RegExp(String.raw`dir="(\w+)"[^<]*>(?:<\w+>)?${text}`).exec(html)?.[1];
      expect(html).toContain(`<html lang="${lang}" dir="rtl"`);
      expect(directionOf(title.replaceAll(/[?()]/g, String.raw`\$&`))).toBe('rtl');
      expect(directionOf('Ada Lovelace')).toBe('ltr');
    },
  );
});
