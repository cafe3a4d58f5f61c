import { describe, expect, it } from 'vitest';
import { contentsOf, readHead } from '../../../../src/site/read/html/head.ts';

const page = (head: string, body = '') =>
  `<!doctype html>\n<html lang="en-GB">\n<head>\n${head}\n</head>\n<body>${body}</body>\n</html>\n`;

describe('the head of a page', () => {
  it('says title, heading, language, metas and links', () => {
    const html = page(
      `<meta charset="UTF-8"><title>
        A  title &amp; more</title>
      <META Property=" OG:Title " content=" Said ">
      <meta name="description" content="What it is">
      <link rel="Canonical alternate" href=" /a " hreflang="de">
      <base href="/docs/">`,
      '<h1>A <em>heading</em><a href="#a">¶</a></h1>',
    );
    expect(readHead(html)).toMatchObject({
      title: 'A title & more',
      heading: 'A heading',
      language: 'en-GB',
      baseHref: '/docs/',
      charset: { label: 'utf-8', isInHead: true },
      links: [{ rel: ['canonical', 'alternate'], href: '/a', hreflang: 'de' }],
      isNoindex: false,
      refreshTo: undefined,
    });
    expect(contentsOf(readHead(html), 'og:title')).toEqual(['Said']);
  });

  it('says where each tag stands', () => {
    const html = page(
      '<meta charset="utf-8">\r\n<meta name="a"\r\n  content="1 > 0">\r<meta name=b content=é>',
    );
    const { metas, charset, openings } = readHead(html);
    const text = ({ start, end }: { start: number; end: number }) => html.slice(start, end);
    expect(metas.map(text)).toEqual([
      '<meta charset="utf-8">',
      '<meta name="a"\r\n  content="1 > 0">',
      '<meta name=b content=é>',
    ]);
    expect(text(charset!)).toBe('<meta charset="utf-8">');
    expect(text(openings.doctype!)).toBe('<!doctype html>');
    expect(text(openings.html!)).toBe('<html lang="en-GB">');
    expect(text(openings.head!)).toBe('<head>');
    expect(text(openings.body!)).toBe('<body>');
  });

  it('finds no tags in comments, scripts, templates, attributes and noscript', () => {
    const meta = '<meta name="description" content="no">';
    const { metas, title } = readHead(
      page(
        `<!-- ${meta} --><script>'${meta}</head>'</script><template>${meta}<title>no</title></template>
         <style>${meta}</style><noscript>${meta}</noscript><link title='${meta}' href="a"><title>yes</title>`,
        `<svg><title>no</title></svg><textarea>${meta}</textarea><template>${meta}</template>`,
      ),
    );
    expect(metas).toEqual([]);
    expect(title).toBe('yes');
  });

  it('takes the title of the page where an SVG comes before', () => {
    expect(readHead('<body><svg><title>Logo</title></svg><title>Page</title>').title).toBe('Page');
  });

  it('tells tags of the head from those that an early body tag took along', () => {
    const { metas } = readHead(page('<meta name="a" content="1"><div></div><meta name="b" content="2">'));
    expect(metas.map(({ name, isInHead }) => [name, isInHead])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('finds tags at the very end of a long page, and those that Go wrote', () => {
    const filler = '<p>Words and words and words and words and words.</p>'.repeat(4000);
    const late =
      '<script type="application/ld&#43;json">{"a":1}</script><meta property="og:title" content="late">';
    const { metas, jsonLd } = readHead(page('<title>Early</title>', `<h1>H</h1>${filler}${late}`));
    expect(metas).toMatchObject([{ property: 'og:title', content: 'late', isInHead: false }]);
    expect(jsonLd).toEqual(['{"a":1}']);
  });

  it.each([
    ['noindex', true],
    ['NOINDEX, nofollow', true],
    ['follow,none', true],
    ['index, max-image-preview:large', false],
    ['nonexistent', false],
  ])('reads robots "%s" as noindex: %s', (content, isNoindex) => {
    expect(readHead(page(`<meta name="robots" content="${content}">`)).isNoindex).toBe(isNoindex);
  });

  it.each([
    ['0; url=/new/', '/new/'],
    ['0;URL="/new/"', '/new/'],
    ["5 ; url = '/new/' ; x", '/new/'],
    ['0,/new/', '/new/'],
    ['0 /new/', '/new/'],
    ['.5; url=a b', 'a b'],
    ['300', undefined],
    ['0;', undefined],
    ['url=/new/', undefined],
  ])('reads the refresh "%s" as leading to %s', (content, refreshTo) => {
    const html = page(`<meta http-equiv="Refresh" content="${content.replaceAll('"', '&quot;')}">`);
    expect(readHead(html).refreshTo).toBe(refreshTo);
  });

  it('reads the charset of an http-equiv, and no other http-equiv as one', () => {
    const html = page(
      '<meta http-equiv="x" content="charset=a"><meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">',
    );
    expect(readHead(html).charset?.label).toBe('shift_jis');
  });

  it('knows XHTML by its declaration, its doctype or its namespace', () => {
    const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">';
    expect(readHead('<?xml version="1.0"?><html></html>').isXhtml).toBe(true);
    expect(readHead(`${doctype}<html></html>`).isXhtml).toBe(true);
    expect(readHead('<html xmlns="http://www.w3.org/1999/xhtml">').isXhtml).toBe(true);
    expect(readHead(page('')).isXhtml).toBe(false);
  });
});

describe('the introduction of a page', () => {
  const prose = 'This paragraph says in a full sentence what the page is about.';

  it('is the first prose behind the heading', () => {
    const body = `<p>${prose.replace('This', 'A banner')}</p><h1>H</h1><p>3 May 2026</p>
      <nav><p>${prose} No.</p></nav><div class="toc"><p>${prose} No.</p></div>
      <p><a href="/">${prose} No.</a></p><p>This manual is free software; you may redistribute it.</p><p>© 2026 Somebody and all of the others who wrote it</p>
      <p><code>command [--option OPTION] list FILE [PATH] and so on</code></p>
      <p>${prose}<script>no()</script></p><p>${prose} Later.</p>`;
    expect(readHead(page('', body)).paragraph).toBe(prose);
  });

  it('is prose before the heading where none comes behind', () => {
    expect(readHead(page('', `<p>${prose}</p><h1>H</h1><p>Short.</p>`)).paragraph).toBe(prose);
  });

  it('is in the main part, where the page says which that is', () => {
    const help = `<h1>Book</h1><div class="help"><p>${prose.replace('This', 'No')}</p></div>`;
    expect(readHead(page('', `${help}<main><p>${prose}</p></main>`)).paragraph).toBe(prose);
    expect(readHead(page('', `${help}<div role="main"><p>${prose}</p></div>`)).paragraph).toBe(prose);
    expect(readHead(page('', `${help}<main><h2>Short</h2></main>`)).paragraph).toBeUndefined();
    expect(readHead(page('', `<h1>H</h1><!-- <main> --><p>${prose}</p>`)).paragraph).toBe(prose);
  });

  it('counts a character of Japanese as three letters', () => {
    const japanese = 'コンピューターを学ぶことは楽しい。';
    expect(readHead(page('', `<h1>章</h1><p>${japanese}</p>`)).paragraph).toBe(japanese);
  });

  it('is found whether or not the page describes itself', () => {
    const meta = '<title>Title</title><meta name="description" content="Something else">';
    expect(readHead(page(meta, `<h1>H</h1><p>${prose}</p>`)).paragraphs).toEqual([prose]);
  });

  it('does not read on for ever in an index that has none', () => {
    const entries = '<li><a href="a">entry</a></li>'.repeat(5000);
    const html = page('', `<h1>Index</h1><ul>${entries}</ul><p>${prose}</p>`);
    expect(readHead(html)).toMatchObject({ heading: 'Index', paragraph: undefined });
  });

  it('passes over headings that are hidden, empty or inside a template', () => {
    const body =
      '<template><h1>No</h1></template><h1 hidden>No</h1><h1><img src="logo.svg"></h1><h1>Yes</h1>';
    expect(readHead(page('', body)).heading).toBe('Yes');
  });
});

describe('stopping early', () => {
  it('reads what reading to the end reads', () => {
    const late =
      '<meta property="og:image" content="x"><table><tr><td><meta name="b" content="2"></td></tr><meta name="c" content="3"></table>';
    const html = page(
      '<title>T</title>',
      `<h1>H</h1>${'<p>x</p>'.repeat(100)}${late}<html lang="de" class="x">`,
    );
    expect(readHead(html).metas.map(({ content }) => content)).toEqual(['x', '2', '3']);
  });

  it('ends with pages of nothing but open tags', () => {
    expect(readHead(`<title>T</title>${'<div>'.repeat(400_000)}<meta name="a" content="b">`).title).toBe('T');
    expect(readHead(`<title>T</title>${'<template>'.repeat(100_000)}<meta name="a" content="b">`).title).toBe(
      'T',
    );
  });
});
