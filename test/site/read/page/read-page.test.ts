import { describe, expect, it } from 'vitest';
import { injectTags } from '../../../../src/site/read/html/inject.ts';
import { judge } from '../../../../src/site/judge/judge.ts';
import { factsOfFile } from '../../../../src/site/read/page/facts-of-file.ts';
import { readFacts } from '../../../../src/site/read/page/read-facts.ts';
import { survey } from '../../../../src/site/survey/site.ts';
import { cardTags } from '../html/card-tags.ts';

const options = { path: 'blog/first-post/index.html', siteUrl: 'https://example.com/' };
/** A page as it is judged where it is all that there is of its site. */
function readPage(html: string, { siteName, ...where }: typeof options & { siteName?: string }) {
  const facts = readFacts(html, where);
  return judge(facts, survey([facts], { name: siteName }));
}
const read = (head: string, body = '', more = {}) =>
  readPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, { ...options, ...more });
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the address of a page', () => {
  it.each([
    ['index.html', 'https://example.com/', 'https://example.com/'],
    ['a/index.html', 'https://example.com/', 'https://example.com/a/'],
    ['a/index.xhtml', 'https://example.com/docs/', 'https://example.com/docs/a/'],
    ['a/page.html', 'https://example.com/', 'https://example.com/a/page.html'],
    ['a/myindex.html', 'https://example.com/', 'https://example.com/a/myindex.html'],
    [
      'über uns/日本.html',
      'https://example.com/',
      'https://example.com/%C3%BCber%20uns/%E6%97%A5%E6%9C%AC.html',
    ],
    ['100%.html', 'https://example.com/', 'https://example.com/100%25.html'],
    ['what?#.html', 'https://example.com/', 'https://example.com/what%3F%23.html'],
    ["it's (a)+b@c:d!.html", 'https://example.com/', "https://example.com/it's%20(a)+b@c:d!.html"],
    ['a:b.html', 'https://example.com/', 'https://example.com/a:b.html'],
    ['%41.html', 'https://example.com/', 'https://example.com/%2541.html'],
    ['back\\slash.html', 'https://example.com/', 'https://example.com/back%5Cslash.html'],
    ['half\uD800.html', 'https://example.com/', 'https://example.com/half%EF%BF%BD.html'],
  ])('of the file %s of %s is %s', (path, siteUrl, url) => {
    expect(read('', '', { path, siteUrl }).url).toBe(url);
  });

  it.each([
    ['https://example.com/first/', 'https://example.com/first/'],
    ['http://example.com/first/#top', 'https://example.com/first/'],
    ['/first/?page=2', 'https://example.com/first/?page=2'],
    ['../second/', 'https://example.com/blog/second/'],
    ['https://ann:secret@example.com/first/', 'https://example.com/first/'],
    ['https://elsewhere.example/first/', 'https://example.com/blog/first-post/'],
    ['https://example.com.evil.example/', 'https://example.com/blog/first-post/'],
    ['javascript:alert(1)', 'https://example.com/blog/first-post/'],
    ['{{ url }}', 'https://example.com/blog/first-post/'],
    ['https://[', 'https://example.com/blog/first-post/'],
  ])('with the canonical link %s is %s', (href, url) => {
    expect(read(`<link rel="canonical" href="${href}">`).url).toBe(url);
  });

  it('is not that of another part of the host', () => {
    const more = { siteUrl: 'https://example.com/docs/' };
    expect(read('<link rel=canonical href="https://example.com/shop/">', '', more).url).toBe(
      'https://example.com/docs/blog/first-post/',
    );
    expect(read('<link rel=canonical href="https://example.com/docs">', '', more).url).toBe(
      'https://example.com/docs',
    );
  });

  it('starts from <base>, and takes og:url where there is no canonical link', () => {
    expect(read('<base href="/b/"><link rel=canonical href="c">').url).toBe('https://example.com/b/c');
    expect(read(meta('og:url', 'https://example.com/own/')).url).toBe('https://example.com/own/');
  });
});

describe('the title of a page', () => {
  it.each([
    ['og:title before all', `<title>B</title>${meta('twitter:title', 'C')}${meta('og:title', 'A')}`, 'A'],
    ['twitter:title before the title', `<title>B</title>${meta('twitter:title', 'C')}`, 'C'],
    [
      'structured data before the title',
      `<title>B</title>${jsonLd({ '@type': 'Article', headline: 'D' })}`,
      'D',
    ],
    ['the title', '<title>B</title>', 'B'],
    ['the heading where the title was forgotten', '<title>Untitled Document</title>', 'Heading'],
    ['the heading where the title was never filled in', '<title>{{ page.title }}</title>', 'Heading'],
    ['without the name of the site behind', `<title>B | Site</title>${meta('og:site_name', 'Site')}`, 'B'],
    ['without the name of the site before', `<title>SITE: B</title>${meta('og:site_name', 'Site')}`, 'B'],
    [
      'the heading where the title is only that of the site',
      `<title>Site</title>${meta('og:site_name', 'Site')}`,
      'Heading',
    ],
    ['not cut inside a word', `<title>B-Site</title>${meta('og:site_name', 'Site')}`, 'B-Site'],
    ['Sphinx', '<meta name=generator content="Docutils 0.19"><title>B — docs 1.2 documentation</title>', 'B'],
    ['Sphinx of old', '<title>B — docs 1.2 documentation</title>', 'B'],
    [
      'rustdoc',
      '<meta name=generator content=rustdoc><title>Vec in std::vec - Rust</title>',
      'Vec in std::vec',
    ],
    [
      'javadoc',
      '<!-- Generated by javadoc (17) --><title>String (Java SE 17 &amp; JDK 17)</title>',
      'String',
    ],
    ['a dash of its own', '<title>B — C</title>', 'B — C'],
  ])('is %s', (_, head, title) => {
    expect(read(head, '<h1>Heading</h1>').title).toBe(title);
  });

  it('is not the name of the book in an mdBook', () => {
    const head = '<!-- Book generated using mdBook --><title>Hash Maps - The Book</title>';
    expect(read(head, '<h1 class="menu-title">The Book</h1>')).toMatchObject({
      title: 'Hash Maps',
      siteName: 'The Book',
      generator: 'mdBook',
    });
  });

  it.each([
    ['ホーム｜北の窯', '北の窯', 'ようこそ'],
    ['Startseite | Töpferei Nord', 'Töpferei Nord', 'Willkommen'],
    ['undefined - Shop', 'Shop', 'Hats'],
  ])('%s of the site %s is its heading %s', (title, siteName, heading) => {
    expect(read(`<title>${title}</title>`, `<h1>${heading}</h1>`, { siteName }).title).toBe(heading);
  });

  it('is freed of what a heading is linked to by, and of what was escaped twice', () => {
    const link = '<a class=headerlink href="#firing">\uf0c1</a>';
    const sphinx = '<title>&lt;no title&gt; — Kiln 1.2 documentation</title>';
    expect(read(sphinx, `<h1>Firing${link}</h1>`).title).toBe('Firing');
    expect(read('<title>Firing\uf0c1</title>', '').title).toBe('Firing');
    expect(read('<title>Salt &amp;amp; sea</title>', '<h1>Salt &amp; sea</h1>').title).toBe('Salt & sea');
  });

  it('is the name of the file where there is none, and of the site for its home page', () => {
    expect(read('').title).toBe('First post');
    expect(read('', '', { path: 'getting_started.html' }).title).toBe('Getting started');
    expect(read('<title>Home</title>', '', { siteName: 'Example', path: 'index.html' }).title).toBe(
      'Example',
    );
    expect(read('', '', { path: 'index.html' }).title).toBe('Home');
  });
});

describe('what else a page says', () => {
  it('is taken from structured data, through a graph and its references', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'The Site' },
        { '@type': ['WebPage', 'FAQPage'], inLanguage: 'de-AT', description: 'Of the page' },
        { '@id': '#ann', '@type': 'Person', name: 'Ann &amp; Co' },
        {
          '@type': 'BlogPosting',
          headline: 'Tom &#8217; Jerry',
          author: [{ '@id': '#ann' }, { '@type': 'Person', name: 'Bob' }],
          datePublished: '2026-11-25T08:00:00+01:00',
          dateModified: '2026-11-26',
          keywords: 'a, b',
          articleSection: ['News'],
        },
      ],
    };
    expect(read(`<title>T</title>${jsonLd(graph)}`)).toMatchObject({
      title: 'Tom ’ Jerry',
      description: 'Of the page',
      author: 'Ann & Co und Bob',
      authors: ['Ann & Co', 'Bob'],
      publishedAt: '2026-11-25T08:00:00+01:00',
      modifiedAt: '2026-11-26',
      tags: ['a', 'b'],
      section: 'News',
      language: 'de-AT',
      siteName: 'The Site',
      type: 'article',
    });
  });

  it.each([
    [{ '@type': 'Product', name: 'P' }, 'product'],
    [[{ '@type': 'https://schema.org/MusicEvent', name: 'P' }], 'event'],
    [{ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'P' } }, 'profile'],
    [{ '@type': 'NewsArticle', headline: 'P' }, 'article'],
    [{ '@type': 'WebSite', name: 'S' }, 'website'],
    [{ '@graph': [{ '@type': 'Person', name: 'P' }] }, 'website'],
    [
      [
        { '@type': 'Product', name: 'P' },
        { '@type': 'Product', name: 'Q' },
      ],
      'website',
    ],
  ])('%j makes it a page of type %s', (data, type) => {
    expect(read(jsonLd(data), '', { path: 'first.html' }).type).toBe(type);
  });

  it('survives structured data that is none', () => {
    for (const broken of [
      '',
      '{',
      '[null, 1, "x", [[]]]',
      '{"@graph": 5, "@type": {}}',
      '{"@type":"Article","author":{"@id":"#a"},"headline":{"a":1},"keywords":[1,null]}',
    ]) {
      expect(read(`<title>T</title><script type="application/ld+json">${broken}</script>`).title).toBe('T');
    }
  });

  it.each([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25T08:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25 08:00:00 +0100', '2026-11-25T08:00:00+0100'],
    ['2026/11/5', '2026-11-05'],
    ['20261125', '2026-11-25'],
    ['Wed, 25 Nov 2026 23:30:00 -0800', '2026-11-25'],
    ['November 25, 2026', '2026-11-25'],
    ['2026-02-30', undefined],
    ['2026', undefined],
    ['yesterday', undefined],
  ])('was published on %s, which is %s', (date, publishedAt) => {
    expect(read(meta('article:published_time', date)).publishedAt).toBe(publishedAt);
  });

  it('has an author who is no address', () => {
    const profile = meta('article:author', 'https://facebook.com/ann');
    expect(read(profile).author).toBeUndefined();
    expect(read(`${profile}<meta name="author" content="Ann">`).author).toBe('Ann');
  });

  it('has words that it is about, each once, and no sentences', () => {
    const keywords = `<meta name="keywords" content="a, b,, a, ${'long '.repeat(20)}, c">`;
    expect(read(keywords).tags).toEqual(['a', 'b', 'c']);
    expect(read(keywords + meta('article:tag', 'x') + meta('article:tag', 'y')).tags).toEqual(['x', 'y']);
  });

  it('has the language of its title where a template says another', () => {
    const filler =
      '<p>Some words that are long enough to be taken for a paragraph of prose on this page.</p>';
    const title = 'كيف نُعيد بناء بيتٍ على الشاطئ؟';
    const html = `<html lang=en><title>${title}</title><h1>${title}</h1>${filler}`;
    expect(readPage(html, options).language).toBe('ar');
    const german = `<html lang=de><title>Ruder</title><h1>Ruder</h1>${filler}`;
    expect(readPage(german, options).language).toBe('de');
  });

  it('has the language it says where only the name of its site is in another', () => {
    const html = '<html lang=en><title>Tags | 夜の庭</title><h1>Tags</h1>';
    expect(readPage(html, options).language).toBe('en');
    const inWords = '<html lang=en><title>夜の庭を歩く人びとの記録</title><h1>Notes</h1>';
    expect(readPage(inWords, options).language).toBe('ja');
  });

  it('has a language in its canonical spelling', () => {
    expect(readPage('<html lang="EN-us">', options).language).toBe('en-US');
    expect(readPage('<html lang="%lang%">', options).language).toBeUndefined();
    expect(read(meta('og:locale', 'pt_BR')).language).toBe('pt-BR');
  });

  it('has a description that is cut only where it is a paragraph', () => {
    const long = 'Many words make a long paragraph. '.repeat(20).trim();
    expect(read(`<meta name=description content="${long}">`).description).toBe(long);
    const cut = read('', `<h1>H</h1><p>${long}</p>`).description!;
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(long.startsWith(cut.slice(0, -1))).toBe(true);
    expect(cut).toMatch(/[a-z]…$/);
  });

  it('names its image by an absolute address', () => {
    expect(read(meta('og:image', '') + meta('og:image', '../a.png')).image).toBe(
      'https://example.com/blog/a.png',
    );
  });

  it('is the same with our tags in it', () => {
    const file = Buffer.from(
      '<!doctype html><html><head><meta charset="utf-8"><title>T</title></head><body><h1>T</h1><p>A paragraph that is long enough to describe.</p>',
    );
    expect(factsOfFile(injectTags(file, cardTags).file, options)).toEqual(factsOfFile(file, options));
  });

  it('is said together with why the page gets no card', () => {
    const file = (html: string) => factsOfFile(Buffer.from(html), options);
    const noindex = file('<title>T</title><meta name=robots content=noindex>');
    expect(noindex).toMatchObject({ skipped: 'noindex', facts: { titles: { element: 'T' } } });
    expect(file('<html><meta http-equiv=refresh content="0;url=/">')).toMatchObject({ skipped: 'redirect' });
    expect(file('words')).toEqual({ facts: undefined, skipped: 'not-html' });
  });
});
