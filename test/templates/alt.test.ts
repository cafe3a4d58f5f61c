import { describe, expect, it } from 'vitest';
import { altOf as altOfCard } from '../../src/card/alt.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { templates } from '../../templates/index.ts';

const registry = new TemplateRegistry(templates);
const cards: Record<string, Record<string, string | string[]>> = {
  article: { title: 'Xx', author: 'Yy', site: 'Zz' },
  code: { code: 'a', author: 'Yy', site: 'Zz', file: 'f.ts' },
  docs: { title: 'Xx', section: ['Ww'], project: 'Pp', version: '1.2' },
  episode: { title: 'Xx', show: 'Ss', guest: 'Gg' },
  event: { name: 'Xx', date: '2026-12-03', endDate: '2026-12-05', speakers: ['Gg', 'Hh'] },
  plain: { title: 'Xx', subtitle: 'Tt', site: 'Zz' },
  quote: { quote: 'Qq', name: 'Nn', role: 'Rr', site: 'Zz' },
};
const languages =
  'de fr es pt it ca nl sv da nb nn fi pl cs sk hu ro hr sl ru uk bg sr sr-Latn el tr ar fa ur he hi bn ta th vi id ja ko zh-Hans zh-Hant'.split(
    ' ',
  );

async function altOf(template: string, lang: string): Promise<string> {
  const card = await resolveCard({ template, props: cards[template]!, lang }, registry);
  return altOfCard(card);
}

describe('what a card says to those who cannot see it', () => {
  it('is said in English', async () => {
    expect(await Promise.all(Object.keys(cards).map((template) => altOf(template, 'en')))).toEqual([
      'Xx, by Yy, on Zz',
      'A piece of code, f.ts, by Yy, on Zz',
      'Ww / Xx, documentation of Pp 1.2',
      'Podcast: Xx, with Gg, Ss',
      'Xx, 3–5 December 2026, with Gg & Hh',
      'Xx, on Zz: Tt',
      '“Qq”, Nn, Rr, on Zz',
    ]);
  });

  it.each(languages)(
    'is said in %s with no English word, and with all words of the card',
    async (language) => {
      for (const [template, props] of Object.entries(cards)) {
        const alt = await altOf(template, language);
        expect(alt).not.toMatch(/\b(?:by|on|documentation of|with|said|piece|December)\b/);
        const words = Object.entries(props).filter(([name]) => !/date|code/i.test(name));
        for (const word of words.flatMap(([, value]) => value)) expect(alt).toContain(word);
      }
    },
  );

  it('is the words alone in a language that we have no phrases of', async () => {
    expect(await altOf('article', 'cy')).toBe('Xx, Yy, Zz');
    expect(await altOf('code', 'cy')).toBe('Code, f.ts, Yy, Zz');
  });

  it.each([
    ['fr', '« Qq », Nn, Rr, sur Zz', 'Xx, 3–5 décembre 2026, avec Gg et Hh'],
    ['de', '„Qq“, Nn, Rr, auf Zz', 'Xx, 3.–5. Dezember 2026, mit Gg und Hh'],
    ['ru', '«Qq», Nn, Rr, сайт: Zz', 'Xx, 3–5 декабря 2026 г., при участии: Gg и Hh'],
    ['ja', '「Qq」、Nn、Rr、サイト：Zz', 'Xx、2026年12月3日 – 2026年12月5日、ゲスト：Gg、Hh'],
  ])('has the marks, the dates and the lists of %s', async (language, quote, event) => {
    const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
    expect(plain(await altOf('quote', language))).toBe(quote);
    expect(plain(await altOf('event', language)).replace(/(\d\.?) – (\d)/, '$1–$2')).toBe(event);
    expect(await altOf('event', 'ar')).toContain('Xx، ');
  });

  it('follows regions and scripts', async () => {
    expect(await altOf('article', 'de-AT')).toBe('Xx, von Yy, auf Zz');
    expect(await altOf('article', 'zh-TW')).toBe('Xx，作者：Yy，網站：Zz');
    expect(await altOf('article', 'no')).toBe('Xx, av Yy, på Zz');
  });
});
