import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../../src/site/read/html/head.ts';

const page = (body: string, attributes = '') =>
  readHead(`<!doctype html><html ${attributes}><head><title>T</title></head>${body}</html>`);
const prose = 'A lamp that hangs low draws fewer moths than one that hangs high.';
const sentence = (number: number) => `This is the sentence with the number ${number} of all of them.`;

describe('the paragraphs of a page', () => {
  it('are the first six, each once, however much comes behind', () => {
    const body = Array.from(
      { length: 4000 },
      (_, index) => `<p>${sentence(index)}</p><p>${sentence(0)}</p>`,
    ).join('');
    expect(page(`<h1>H</h1>${body}`).paragraphs).toEqual([0, 1, 2, 3, 4, 5].map(sentence));
  });

  it('are whole where reading stops', () => {
    const long = `${prose} `.repeat(40).trim();
    const html = `<h1>H</h1>${`<p>${long}<b>.</b> ${long}</p>`.replaceAll('moths', 'm&ouml;ths')}`;
    const texts = page(
      html +
        `<p>${prose}</p>`.repeat(50) +
        Array.from({ length: 200 }, (_, index) => `<p>${index} ${long}</p>`).join(''),
    ).paragraphs;
    expect(texts).toHaveLength(6);
    expect(texts.every((text) => text.endsWith('.'))).toBe(true);
  });

  it.each([
    ['a div', `<div>${prose}</div>`],
    ['a section', `<section>${prose}<p>Short.</p></section>`],
    ['a definition', `<dl><dt>Lamp that hangs in gardens and in no other place.</dt><dd>${prose}</dd></dl>`],
    ['two breaks', `One line<br>&nbsp;<br>${prose}<br><br>`],
    ['a short sentence', `<p>3 May 2026</p><p>By Ida Lewis</p><p>${prose}</p>`],
    [
      'notes for those who look for scripts',
      `<p>You need to enable JavaScript to run this app.</p><p>${prose}</p>`,
    ],
    ['a note on cookies', `<p>We and our partners use cookies to make this page better.</p><p>${prose}</p>`],
    ['when it was changed', `<p>Last updated on Sunday, the third of May 2026, by Ida.</p><p>${prose}</p>`],
    [
      'what nobody sees',
      `<p style="display: none">${prose} No.</p><p class="sr-only">${prose} No.</p><p>${prose}</p>`,
    ],
    ['a caption', `<figure><p>${prose} No.</p></figure><p>${prose}</p>`],
  ])('are found by, in or behind %s', (_, body) => {
    expect(page(`<h1>H</h1>${body}`).paragraphs).toEqual([prose]);
  });

  it.each([
    [
      String.raw`A map <span class="math">\(h : X \longrightarrow Y\)</span> is what we call a hash.`,
      'A map h : X → Y is what we call a hash.',
    ],
    [
      String.raw`The ring \(\mathbb{Z}/n\) has at least $x^2$ of them, at $5 each or $6.`,
      'The ring ℤ/n has at least x² of them, at $5 each or $6.',
    ],
    [
      'Each <math><mi>x</mi><mo>∈</mo><mi>A</mi></math> is written down by one who knows it.',
      'Each x ∈ A is written down by one who knows it.',
    ],
    [
      'Put H<sub>2</sub>O on the I<sup>2</sup>C bus<sup><a href="#f">1</a></sup>, and it is broken.',
      'Put H₂O on the I²C bus, and it is broken.',
    ],
    [
      'Write it as <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">a \\le b</annotation></math></span><span class="katex-html" aria-hidden="true">a≤b</span></span> and nothing else than that.',
      'Write it as a ≤ b and nothing else than that.',
    ],
  ])('have formulas as words: %s', (html, text) => {
    expect(page(`<h1>H</h1><p>${html}</p>`).paragraphs).toEqual([text]);
  });

  it('leave out those with formulas that need more than a line', () => {
    const hard = String.raw`<p>So it holds that \(\frac{a}{b} = \begin{matrix} a \\ b \end{matrix}\) for each of them.</p>`;
    expect(page(`<h1>H</h1>${hard}<p>${prose}</p>`).paragraphs).toEqual([prose]);
  });
});

describe('language and direction', () => {
  it('are those of most of the text', () => {
    const body = `<body dir="rtl"><p lang="en">Short.</p><div lang="fa-IR"><h1>کالی لینوکس</h1></div></body>`;
    expect(page(body)).toMatchObject({ innerLanguage: 'fa-IR', direction: 'rtl' });
    expect(page('<h1>H</h1>', 'lang="ar" dir="rtl"')).toMatchObject({
      innerLanguage: undefined,
      direction: 'rtl',
    });
    expect(page(`<main dir="ltr"><p>${prose}</p></main>`, 'dir="rtl"').direction).toBe('ltr');
  });
});

describe('the picture of a page', () => {
  it.each([
    ['a sign in a sentence', '<p>Press <img src="key.png"> now.</p>'],
    ['a badge', '<p><img src="https://img.shields.io/x.png"></p>'],
    ['a portrait', '<div><img class="avatar" width="400" src="a.png"></div>'],
    ['a pixel', '<p><img width="1" height="1" src="https://x.example/t.gif"></p>'],
    ['a logo before the main part', '<div><img src="head.png"></div>'],
  ])('is not %s', (_, html) => {
    const isBefore = html.includes('head.png');
    const [before, inside] = isBefore ? [html, ''] : ['', html];
    const { picture } = page(
      `${before}<main><h1>H</h1>${inside}<figure><img src="/yes.svg"></figure></main>`,
    );
    expect(picture?.src).toBe('/yes.svg');
  });
});

describe('what a page is made of', () => {
  it('is counted', () => {
    const html = `<nav><a href="a">A</a><a href="b">B</a></nav><form role="search"></form><aside class="bd-sidebar"></aside>
      <article><h1>H</h1><p>${prose} <a href="c">C</a></p><pre>x</pre></article>`;
    expect(page(html).structure).toEqual({
      navLinks: 2,
      links: 3,
      codeBlocks: 1,
      proseLetters: prose.length + 2,
      hasArticle: true,
      hasSidebar: true,
      hasSearchForm: true,
      hasTableOfContents: false,
      isFrameset: false,
      isShell: false,
    });
  });

  it.each([
    ['<div id="app"></div>', true],
    ['<div id="root">Loading…</div><script src="a.js"></script>', true],
    ['<p>Hello.</p>', false],
    ['<img src="a.jpg">', false],
    ['<h1>404</h1>', false],
  ])('tells an empty shell from a short page: %s', (html, isShell) => {
    expect(page(`<body>${html}</body>`).structure.isShell).toBe(isShell);
  });

  it('knows a frameset', () => {
    expect(page('<frameset><frame src="a"></frameset>').structure).toMatchObject({
      isFrameset: true,
      isShell: false,
    });
  });
});

describe('links and metas', () => {
  it('keep the sizes of icons and the schemes of colours', () => {
    const { links, metas } = readHead(
      '<link rel="apple-touch-icon" sizes="180x180" href="t.png"><link rel="icon" href="d.svg" media="(prefers-color-scheme: dark)"><meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000">',
    );
    expect(links).toMatchObject([{ sizes: '180x180' }, { media: '(prefers-color-scheme: dark)' }]);
    expect(metas).toMatchObject([{ media: '(prefers-color-scheme: dark)' }]);
  });
});
