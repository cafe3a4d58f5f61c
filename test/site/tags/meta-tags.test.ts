import { describe, expect, it } from 'vitest';
import { parse } from 'parse5';
import { InvalidParameterError } from '../../../src/errors.ts';
import { contentsOf, readHead } from '../../../src/site/read/html/head.ts';
import { type CardPage, metaTags } from '../../../src/site/tags/meta-tags.ts';
import { nastyTitles } from '../../support/titles.ts';

const image = {
  url: 'https://example.com/og/0123456789abcdef.jpg',
  width: 1200,
  height: 630,
  type: 'image/jpeg',
  alt: 'What is on it',
};
const page: CardPage = { title: 'Title', url: 'https://example.com/a/', image };
const keys = (asked: CardPage) => metaTags(asked).tags.map(({ key }) => key);
const content = (asked: Partial<CardPage>, key: string) =>
  metaTags({ ...page, ...asked }).tags.find((tag) => tag.key === key)?.content;

describe('the tags of a page', () => {
  it('come in one order, with nothing that the page does not say', () => {
    expect(keys(page)).toEqual([
      'og:title',
      'og:type',
      'og:url',
      'og:image',
      'og:image:width',
      'og:image:height',
      'og:image:alt',
      'og:image:type',
      'twitter:card',
      'twitter:image:alt',
    ]);
  });

  it('say of an article when it was written and what it is about', () => {
    const article: CardPage = {
      ...page,
      type: 'article',
      description: 'Description',
      siteName: 'Site',
      language: 'pt-br',
      publishedAt: '2026-11-25T08:00:00Z',
      modifiedAt: '2026-11-26',
      section: 'News',
      tags: ['a', 'b'],
    };
    expect(metaTags(article).html.split('\n')).toEqual([
      '<meta property="og:title" content="Title">',
      '<meta property="og:type" content="article">',
      '<meta property="og:url" content="https://example.com/a/">',
      '<meta property="og:description" content="Description">',
      '<meta property="og:site_name" content="Site">',
      '<meta property="og:locale" content="pt_BR">',
      '<meta property="og:image" content="https://example.com/og/0123456789abcdef.jpg">',
      '<meta property="og:image:width" content="1200">',
      '<meta property="og:image:height" content="630">',
      '<meta property="og:image:alt" content="What is on it">',
      '<meta property="og:image:type" content="image/jpeg">',
      '<meta property="article:published_time" content="2026-11-25T08:00:00Z">',
      '<meta property="article:modified_time" content="2026-11-26">',
      '<meta property="article:section" content="News">',
      '<meta property="article:tag" content="a">',
      '<meta property="article:tag" content="b">',
      '<meta name="twitter:card" content="summary_large_image">',
      '<meta name="twitter:image:alt" content="What is on it">',
    ]);
    expect(keys({ ...article, type: 'website' }).filter((key) => key.startsWith('article:'))).toEqual([]);
  });

  it.each([
    ['en', 'en_US'],
    ['pt', 'pt_BR'],
    ['zh-Hant', 'zh_TW'],
    ['sr-Latn', 'sr_RS'],
    ['en-GB', 'en_GB'],
    ['eo', undefined],
    ['zh-Hant-TW', 'zh_TW'],
    ['es-419', undefined],
    ['no such language', undefined],
  ])('make of the language %s the locale %s', (language, locale) => {
    expect(content({ language }, 'og:locale')).toBe(locale);
  });

  it('call a type that Open Graph does not know a website', () => {
    expect(content({ type: 'event' }, 'og:type')).toBe('website');
    expect(content({ type: 'product' }, 'og:type')).toBe('product');
  });

  it('cut a long alt at a word, within 420', () => {
    const alt = content({ image: { ...image, alt: 'word '.repeat(200) } }, 'twitter:image:alt')!;
    expect(alt.length).toBeLessThanOrEqual(420);
    expect(alt).toMatch(/^(?:word )+word…$/);
  });

  it('have URLs of nothing but ASCII', () => {
    expect(content({ url: 'https://bücher.example/über uns/?q=日本' }, 'og:url')).toBe(
      'https://xn--bcher-kva.example/%C3%BCber%20uns/?q=%E6%97%A5%E6%9C%AC',
    );
  });

  it.each([
    'http://example.com/a.jpg',
    '/a.jpg',
    'a.jpg',
    '//example.com/a.jpg',
    'https:a.jpg',
    'https://u:p@example.com/',
    '',
  ])('refuse "%s" for an address', (url) => {
    expect(() => metaTags({ ...page, url })).toThrow(InvalidParameterError);
    expect(() => metaTags({ ...page, image: { ...image, url } })).toThrow(
      /"image\.url": expected an absolute https/,
    );
  });

  it('refuse sizes that are none, and an empty title', () => {
    for (const width of [0, -1, 1.5, NaN, Infinity]) {
      expect(() => metaTags({ ...page, image: { ...image, width } })).toThrow(/"image\.width"/);
    }
    expect(() => metaTags({ ...page, title: ' \n' })).toThrow(/"title"/);
  });
});

describe('escaping', () => {
  it.each([
    ...nastyTitles,
    '"><script>alert(1)</script>',
    "' onload='x",
    '<!--',
    ']]>',
    '&quot;&lt;',
    'a\uD800b',
    'x\u0000\u0007y\uFFFE',
  ])('gives back %j, whole and harmless', (title) => {
    // A title of nothing but what is taken out is no title.
    const said = `T ${title}`;
    const html = `<head>${metaTags({ ...page, title: said }).html}</head>`;
    const head = readHead(html);
    const clean = said
      .toWellFormed()
      .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Noncharacter_Code_Point}/gu, '');
    expect(contentsOf(head, 'og:title')[0]?.replaceAll(/\s+/g, ' ')).toBe(
      clean.normalize('NFC').replaceAll(/\s+/g, ' ').trim(),
    );
    expect(head.metas).toHaveLength(10);
    const errors: string[] = [];
    parse(`<!doctype html>${html}`, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });
});
