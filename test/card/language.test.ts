import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { canonicalCard } from '../../src/card/canonical.ts';
import { createResponder } from '../support/services.ts';
import { templates } from '../../templates/index.ts';

const registry = (language?: string) => new TemplateRegistry(templates, language ? { language } : {});
const cardOf = (title: string, lang?: string, site?: string) =>
  resolveCard({ template: 'article', props: { title, date: '2026-11-22' }, lang }, registry(site));

describe('the language of a card', () => {
  it.each([
    ['Hello', undefined, undefined, 'en'],
    ['Hello', undefined, 'de', 'de'],
    ['Hello', 'fr', 'de', 'fr'],
    ['夜行列車が帰る', undefined, 'en', 'ja'],
    ['夜行列車', undefined, 'en', 'zh-Hans'],
    ['夜行列車', undefined, 'ja', 'ja'],
    ['夜行列車', 'ja', 'zh', 'ja'],
    ['夜行列車', 'zh-tw', undefined, 'zh-TW'],
    ['القطارات', undefined, 'en', 'ar'],
    ['القطارات', 'fa', 'en', 'fa'],
  ])('of %j, asked for as %s on a site in %s, is %s', async (title, lang, site, expected) => {
    expect((await cardOf(title, lang, site)).language).toBe(expected);
  });

  it.each(['ja', 'zh-Hant-HK', 'ar'])('marks the document and its direction: %s', async (lang) => {
    const { html } = renderDocument(await cardOf('Hello', lang));
    expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  it('is how dates are written', async () => {
    const dateIn = async (lang: string) =>
      /<time>(.*?)<\/time>/.exec(renderDocument(await cardOf('Hello', lang)).html)?.[1];
    expect(await Promise.all(['en', 'en-US', 'de', 'ja'].map(dateIn))).toEqual([
      '22 November 2026',
      'November 22, 2026',
      '22. November 2026',
      '2026年11月22日',
    ]);
  });

  it('is part of the key and of the canonical card, in one spelling', async () => {
    const [lower, upper] = [await cardOf('夜', 'zh-tw'), await cardOf('夜', 'ZH-TW')];
    expect(canonicalCard(lower)).toEqual(canonicalCard(upper));
    expect(canonicalCard(lower)).toMatchObject({ lang: 'zh-TW' });
    expect(canonicalCard(await cardOf('夜'))).not.toHaveProperty('lang');
  });
});

describe('a language tag', () => {
  it.each([
    ['en-x-1', 'en'],
    ['en-t-fr', 'en'],
    ['en-u-co-phonebk', 'en'],
    ['de-1901', 'de'],
    ['en-QQ', 'en'],
    ['en-Abcd', 'en'],
    ['zh-hant-hk-x-1', 'zh-Hant-HK'],
    ['iw', 'he'],
    ['ar-u-nu-latn', 'ar-u-nu-latn'],
    ['th-u-ca-gregory-nu-abcd', 'th-u-ca-gregory'],
    ['khb', 'khb'], // no name in ICU, and a script
    ['tlh', 'tlh'], // a name, and no script
  ])('counts as far as it is known: %s is %s', async (tag, known) => {
    const card = await cardOf('Hello', tag);
    expect(card).toMatchObject({ lang: known, language: known });
    expect(renderDocument(card).html).toBe(renderDocument(await cardOf('Hello', known)).html);
  });

  it.each(['und', 'mul', 'zxx', 'qaa', 'abcdefgh', 'xyz-Latn-US'])(
    'of no language that is known counts as none: %s',
    async (tag) => {
      const card = await cardOf('夜行列車が帰る', tag);
      expect(card).toMatchObject({ lang: undefined, language: 'ja' });
      expect(canonicalCard(card)).toEqual(canonicalCard(await cardOf('夜行列車が帰る')));
    },
  );

  it('that a stranger made up leads to the one picture there is', async () => {
    const { ask, camera } = createResponder();
    for (let count = 0; count < 5; count++) {
      expect((await ask(`?template=plain&title=Hello&lang=en-x-${count}`)).status).toBe(200);
    }
    expect(camera.taken).toHaveLength(1);
  });
});

describe('a request', () => {
  it.each(['nonsense-language-tag', '"><b>', 'e', 'en_US', 'x'.repeat(40)])(
    'for the language %s is refused by name',
    async (lang) => {
      const { ask, camera } = createResponder();
      const answer = await ask(`?template=plain&title=Hello&lang=${encodeURIComponent(lang)}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Parameter "lang"');
      expect(camera.taken).toEqual([]);
    },
  );

  it('for a language arrives in its sealed URL too', async () => {
    const { seal, askPath, camera } = createResponder();
    const request = { template: 'plain', props: { title: '夜行列車' } };
    for (const variant of [undefined, 'square']) {
      await askPath(await seal({ ...request, variant, lang: 'ja' }));
    }
    expect(camera.taken.map((html) => /lang="(.*?)"/.exec(html)?.[1])).toEqual(['ja', 'ja']);
  });

  it('for an example has its props, and those of its own before them', async () => {
    const { ask, camera } = createResponder();
    const answers = await Promise.all([
      ask('?template=article&example=dark'),
      ask('?template=article&example=dark&title=Another'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(camera.taken[0]).toContain('Cold starts, warm caches');
    expect(camera.taken[1]).toContain('Another');
    expect(camera.taken[1]).toContain('Grace Hopper');
  });
});
