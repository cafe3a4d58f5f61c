import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { unsharedKind } from '../../../src/site/judge/left-alone.ts';
import { each, html, judged, prose } from './support.ts';

const by = (generator: string) => `<meta name="generator" content="${generator}">`;
const author = '<meta name="author" content="Ida Lewis">';
const published = '<meta property="article:published_time" content="2026-05-01">';

describe('a manual is known', () => {
  it.each([
    'Sphinx 8',
    'mdBook',
    'rustdoc',
    'mkdocs-1.5.3',
    'VitePress v1.6.4',
    'Docusaurus v3',
    'Doxygen 1.9',
    'TypeDoc 0.28',
    'bookdown 0.46 and GitBook 2.6.7',
    'GitBook 3.2',
    'publican v4.3.2',
    'pkgdown',
    'Haddock',
    'Asciidoctor 2.0',
    'DocBook XSL Stylesheets V1.79.1',
    'makeinfo 6.8',
    'ExDoc v0.34',
    'YARD 0.9',
    'docfx 2.77',
    'Documenter.jl v1.0',
  ])('by its maker, %s, whoever wrote it', (generator) => {
    const page = html({ title: '3 Lamps | Lantern', heading: '3 Lamps', head: by(generator) + author });
    expect(judged({ 'a.html': page })['a.html']!.kind).toBe('docs');
  });

  it('by how it is built, where its maker does not say', () => {
    const page = html({
      title: 'Lamps',
      heading: 'Lamps',
      head: '<link rel="next" href="b.html"><link rel="prev" href="c.html">',
      body: `<nav class="breadcrumb"><a href="/">Home</a><a href="/guide/">Guide</a></nav>${prose.bats}`,
    });
    const site = { 'docs/a.html': page, 'docs/b.html': page };
    expect(judged(site)['docs/a.html']!.kind).toBe('docs');
  });

  it('and its blog is none', () => {
    const site = {
      'docs/a.html': html({ title: 'A', head: by('Docusaurus v3') }),
      'blog/2026/05/01/b/index.html': html({ title: 'B', head: by('Docusaurus v3') + author }),
    };
    const pages = judged(site);
    expect(pages['docs/a.html']!.kind).toBe('docs');
    expect(pages['blog/2026/05/01/b/index.html']).toMatchObject({
      kind: 'article',
      publishedAt: '2026-05-01',
    });
  });
});

describe('a page is', () => {
  it.each([
    ['the home page', 'index.html', {}, 'home'],
    ['the home page of a language', 'fr/index.html', {}, 'home'],
    ['an article, by its type', 'a.html', { head: '<meta property="og:type" content="article">' }, 'article'],
    ['an article, by its date', 'a.html', { head: published }, 'article'],
    ['an article, by its author', 'a.html', { head: author }, 'article'],
    ['an article, by its path', '2020/05/01/b/index.html', {}, 'article'],
    ['a list, by its path', 'tags/owl/index.html', {}, 'list'],
    ['a list, by being the second page of one', 'blog/page/2/index.html', {}, 'list'],
    ['a list of what one author wrote', 'author/ida/index.html', {}, 'list'],
    ['a page like others', 'about.html', {}, 'page'],
  ] as const)('%s', (_, path, parts, kind) => {
    const page = judged({ [path]: html({ title: 'Lamps', heading: 'Lamps', ...parts }) })[path]!;
    expect(page.kind).toBe(kind);
    expect(page.type === 'article').toBe(kind === 'article');
  });
});

describe('in a blog', () => {
  const dated = '<article><time datetime="2026-05-01">May</time></article>';

  it.each([
    'tag/rust.html',
    'tags/rust/index.html',
    'categories/工具/index.html',
    'category/animals.html',
    'author/ida.html',
    'archives/2026/03/index.html',
    'archives/2025/page/2/index.html',
    'page/2/index.html',
    'posts/index.html',
    'fr/blog/index.html',
    '2026/index.html',
    '2026/03/index.html',
  ])('%s is a list, also of one post that is dated and signed', (path) => {
    const page = judged({ [path]: html({ title: 'Rust', heading: 'Rust', head: author, body: dated }) });
    expect(page[path]!.kind).toBe('list');
  });

  it.each(['2025/11/05/tea/index.html', '2025/11/tea.html', 'series/rust/2026-01-05-lifetimes.html'])(
    '%s is an article',
    (path) => {
      const page = judged({ [path]: html({ title: 'Tea', heading: 'Tea', head: published + author }) });
      expect(page[path]!.kind).toBe('article');
    },
  );

  it.each(['about/index.html', 'fr/a-propos/index.html', 'pages/sobre-mi.html', 'impressum.html'])(
    '%s is no article, though its theme dates it',
    (path) => {
      const head = `<meta property="og:type" content="article">${published}${author}`;
      const page = judged({ [path]: html({ title: 'Us', heading: 'Us', head }) })[path]!;
      expect(page).toMatchObject({ kind: 'page', type: 'website' });
    },
  );

  it('an author who signs every page makes no article of them', () => {
    const signed = (title: string) => html({ title, heading: title, head: author });
    const site = {
      'index.html': signed('Night'),
      'shop.html': signed('Shop'),
      'map.html': signed('Map'),
      'blog/a.html': signed('A'),
    };
    expect(each(site, 'kind')).toEqual(['home', 'page', 'page', 'article']);
  });

  it('a chapter in a folder with the name of lists belongs to its manual', () => {
    const site = {
      'docs/a.html': html({ title: 'A', head: by('Docusaurus v3') }),
      'docs/category/basics/index.html': html({ title: 'Basics', head: by('Docusaurus v3') }),
    };
    expect(each(site, 'kind')).toEqual(['docs', 'docs']);
  });
});

describe('nobody shares', () => {
  it.each([
    ['404.html', 'not-found'],
    ['404/index.html', 'not-found'],
    ['fr/404.html', 'not-found'],
    ['search.html', 'search'],
    ['search/index.html', 'search'],
    ['genindex.html', 'index'],
    ['genindex-A.html', 'index'],
    ['py-modindex.html', 'index'],
    ['api/allclasses-index.html', 'index'],
    ['index-files/index-4.html', 'index'],
    ['print.html', 'print'],
    ['_modules/lamp/light.html', 'source'],
    ['src/lamp/light.rs.html', 'source'],
    ['attachment/owl/index.html', 'attachment'],
  ])('%s', (path, kind) => {
    expect(unsharedKind(readFacts(html({ title: 'X' }), { path, siteUrl: 'https://example.com/' }))).toBe(
      kind,
    );
  });

  it.each([
    'errors.html',
    'guide/search.html',
    'node.js.html',
    'index.html',
    'print-media.html',
    'guide/404-pages.html',
  ])('but people share %s', (path) => {
    const page = html({ title: 'Lamps', heading: 'Lamps', body: prose.bats.repeat(9) });
    expect(unsharedKind(readFacts(page, { path, siteUrl: 'https://example.com/' }))).toBeUndefined();
  });
});

describe('the way to a page', () => {
  const crumbs = (names: readonly string[]) =>
    `<script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: names.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })),
    })}</script>`;

  it.each([
    [
      'its structured breadcrumbs',
      'a.html',
      { head: crumbs(['Home', 'Guide', 'Installing', 'Linux']) },
      ['Guide', 'Installing'],
    ],
    [
      'its written breadcrumbs',
      'a.html',
      {
        body: '<nav aria-label="breadcrumbs"><a href="/">Home</a> <a href="/g/">Guide</a> <a href="/g/i/">Installing</a></nav>',
      },
      ['Guide', 'Installing'],
    ],
    [
      'the page above it',
      'a.html',
      { head: '<link rel="up" href="c.html" title="Chapter 4. Light">' },
      ['Chapter 4. Light'],
    ],
    [
      'its section',
      'a.html',
      { head: '<meta property="article:section" content="Installing">' },
      ['Installing'],
    ],
    ['its folders', 'guide/getting-started/a.html', {}, ['Guide', 'Getting started']],
  ] as const)('is %s', (_, path, parts, way) => {
    const page = judged({ [path]: html({ title: 'Linux', heading: 'Linux', ...parts }) })[path]!;
    expect(page.way).toEqual(way);
  });

  it('names folders as their own pages do', () => {
    const site = {
      'guide/index.html': html({ title: 'The Guide', heading: 'The Guide' }),
      'guide/a.html': html({ title: 'Linux', heading: 'Linux' }),
    };
    expect(judged(site)['guide/a.html']!.way).toEqual(['The Guide']);
  });
});
