import { describe, expect, it } from 'vitest';
import { PageEditedError, TagsLostError } from '../../../../src/errors.ts';
import { injectTags, removeTags } from '../../../../src/site/read/html/inject.ts';
import { contentsOf, readHead } from '../../../../src/site/read/html/head.ts';
import type { MetaTag } from '../../../../src/site/tags/meta-tag.ts';
import { cardTags, changedTags } from './card-tags.ts';

const two: MetaTag[] = [
  { attribute: 'property', key: 'og:title', content: 'A & "B"' },
  { attribute: 'property', key: 'og:image', content: 'https://example.com/a.jpg' },
];
const injected = (html: string, options = {}) => injectTags(Buffer.from(html), two, options).file.toString();
const title = '<meta property="og:title" content="A &amp; &quot;B&quot;" data-cardstock>';
const image = '<meta property="og:image" content="https://example.com/a.jpg" data-cardstock>';

describe('where tags go', () => {
  it('is right behind the charset, on lines like its own', () => {
    expect(injected('<!doctype html>\n<head>\n\t<meta charset="utf-8">\n  <title>T</title>')).toBe(
      `<!doctype html>\n<head>\n\t<meta charset="utf-8">\n\t${title}\n\t${image}\n  <title>T</title>`,
    );
  });

  it('follows what comes next where the charset does not begin its line', () => {
    expect(injected('<head><meta charset=utf-8>\n    <title>T</title>')).toBe(
      `<head><meta charset=utf-8>\n    ${title}\n    ${image}\n    <title>T</title>`,
    );
  });

  it('is one line in a page that is one', () => {
    expect(injected('<!doctype html><head><meta charset=utf-8><title>T</title>')).toBe(
      `<!doctype html><head><meta charset=utf-8>${title}${image}<title>T</title>`,
    );
  });

  it.each(['\r\n', '\r', '\n'])('breaks lines by %j where the page does', (lineBreak) => {
    const html = '<!doctype html>\n<head>\n  <meta charset="utf-8">\n\n  <title>T</title>\n'.replaceAll(
      '\n',
      lineBreak,
    );
    const file = injected(html);
    expect(file.split(lineBreak)).toHaveLength(html.split(lineBreak).length + 2);
    expect(file.replaceAll(lineBreak, '')).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['<head>', '<!doctype html>\n<html>\n<head>', '\n  <title>T</title>'],
    ['<head> where the charset is in the body', '<html><head>', '</head><body><meta charset=utf-8>'],
    ['<head> where the charset is one that nobody knows', '<head>', '<meta charset="klingon">'],
    [
      '<head> where the charset comes too late',
      '<head>',
      `<style>${' '.repeat(1100)}</style><meta charset=utf-8>`,
    ],
    ['the first of two heads', '<html><head>', '</head><head><title>T</title></head>'],
    ['<html> where there is no head', '<!doctype html><html lang="a>b">', '<body>'],
    ['the doctype where there is no html', '<!-- a --><!doctype html>', '<title>T</title>'],
    ['an XML declaration', '<?xml version="1.0"?>', '<title>T</title>'],
    ['a byte order mark', '\uFEFF', '<title>T</title>'],
    ['a charset that is closed by a tag', '<head><meta charset="utf-8"></meta>', '<title>T</title>'],
  ])('is behind %s', (_, before, after) => {
    const file = injected(before + after);
    expect(file.startsWith(before)).toBe(true);
    expect(file.endsWith(after)).toBe(true);
    expect(file.slice(before.length)).toMatch(/^\s*<meta property="og:title"/);
    expect(readHead(file).metas.filter(({ isOurs }) => isOurs)).toMatchObject([
      { isInHead: true },
      { isInHead: true },
    ]);
  });

  it('is plain enough for crawlers that look for tags by a pattern', () => {
    const html = injected('<head><meta charset="utf-8"><title>T</title></head>');
    expect(/<meta[^>]+property="og:image"[^>]+content="([^"]*)"/.exec(html)?.[1]).toBe(
      'https://example.com/a.jpg',
    );
    expect(/<meta property="og:title" content="([^"]*)"/.exec(html)?.[1]).toBe('A &amp; &quot;B&quot;');
  });

  it('says what is ours in the file', () => {
    const { file, inserted } = injectTags(Buffer.from('\uFEFF<title>é</title>'), two);
    const [start, length] = inserted!;
    expect(file.toString('utf8', start, start + length)).toBe(title + image);
  });

  it('is well-formed XML in XHTML', () => {
    const html = injected(
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>\n<title>T</title>',
    );
    expect(html).toContain(
      '<meta property="og:image" content="https://example.com/a.jpg" data-cardstock="" />',
    );
  });
});

describe('what a page says itself', () => {
  it('stays, and of our tags only those go in that it lacks', () => {
    const html = injected('<head><meta name="OG:Title" content="Own"></head>');
    expect(contentsOf(readHead(html), 'og:title')).toEqual(['Own']);
    expect(html).toContain(image);
    expect(html).not.toContain(title);
  });

  it('is nothing where its tag is empty', () => {
    expect(
      injected('<head><meta property="og:title" content=" "><meta property="og:image" content="">'),
    ).toContain((title + image).replaceAll('data-cardstock', 'data-cardstock="replaced"'));
  });

  it.each(['twitter:image', 'twitter:image:src'])('keeps an image of its own for X, as %s', (name) => {
    const own = `<meta name="${name}" content="/a.png"><meta name="twitter:card" content="summary">`;
    const { file, restore } = injectTags(Buffer.from(`<head>${own}</head>`), cardTags);
    const html = file.toString();
    expect(html).toContain(own);
    expect(html).not.toContain('twitter:image:alt');
    expect(html).toContain('og:image:alt');
    expect(restore).toBeUndefined();
  });

  it.each([
    ['website', 0],
    ['article', 1],
    ['ARTICLE ', 1],
    ['', 1],
  ])('decides whether it is an article: %j', (type, count) => {
    const article: MetaTag[] = [
      ...two,
      { attribute: 'property', key: 'og:type', content: 'article' },
      { attribute: 'property', key: 'article:published_time', content: '2026-11-28' },
    ];
    const file = Buffer.from(`<head><meta property="og:type" content="${type}"></head>`);
    const head = readHead(injectTags(file, article).file.toString());
    expect(contentsOf(head, 'article:published_time')).toHaveLength(count);
  });

  it.each([
    ['empty', ''],
    ['not-html', 'hello'],
    ['not-html', '{"a": "<p>"}'],
    ['not-html', '<div>a fragment</div>'],
    ['noindex', '<head><meta name="robots" content="noindex">'],
    ['redirect', '<head><meta http-equiv="refresh" content="0; url=/new/">'],
    ['own-image', '<head><meta property="og:image" content="/a.png">'],
    ['own-image', '<head></head><body><meta name="og:image:secure_url" content="/a.png">'],
  ] as const)('makes the page one to leave alone: %s', (skipped, html) => {
    const file = Buffer.from(html);
    expect(injectTags(file, two)).toEqual({ file, changed: false, skipped });
  });

  it('takes our tags away again once it says noindex', () => {
    const indexed = '<head><meta charset="utf-8">\n<title>T</title>';
    const noindex = '<meta name="robots" content="noindex">';
    const file = Buffer.from(injected(indexed) + noindex);
    expect(injectTags(file, two)).toEqual({
      file: Buffer.from(indexed + noindex),
      changed: true,
      skipped: 'noindex',
    });
  });
});

describe('a second run', () => {
  const html = '<!doctype html>\r\n<head>\r\n  <meta charset="utf-8">\r\n\r\n  <title>T</title>\r\n</head>';

  it('changes nothing where the tags are the same', () => {
    const first = injectTags(Buffer.from(html), cardTags);
    const second = injectTags(first.file, cardTags);
    expect(first.changed).toBe(true);
    expect(second).toEqual({ ...first, changed: false });
  });

  it('changes only what is ours where the tags are others', () => {
    const first = injectTags(Buffer.from(html), cardTags);
    const second = injectTags(first.file, changedTags);
    expect(second.changed).toBe(true);
    expect(second.file).toEqual(injectTags(Buffer.from(html), changedTags).file);
    expect(removeTags(second.file)).toEqual(Buffer.from(html));
  });

  it('knows its tags again behind a minifier that sorts attributes and drops quotes and breaks', () => {
    const minified = `<!doctype html><meta charset=utf-8><meta content=https://example.com/b.jpg data-cardstock property=og:image><title>T</title>`;
    expect(injected(minified)).toBe(`<!doctype html><meta charset=utf-8>${title}${image}<title>T</title>`);
  });
});

describe('tags that somebody moved', () => {
  it('go without half a character of what stands before', () => {
    // In UTF-8 an à ends in the byte that is a no-break space in latin1.
    const moved = Buffer.from(`<head><meta charset="utf-8"></head><body>voilà\n${image}!</body>`);
    expect(removeTags(moved).toString()).toBe('<head><meta charset="utf-8"></head><body>voilà!</body>');
  });
});

describe('what stands beside our image', () => {
  const mended = (own: string) => {
    const html = `<head>\n<meta charset="utf-8">\n${own}\n<title>T</title></head>`;
    const { file, restore } = injectTags(Buffer.from(html), cardTags);
    expect(removeTags(file, restore).toString()).toBe(html);
    return { head: readHead(file.toString()), restore };
  };

  it.each([
    ['og:image:width', '10', '1200'],
    ['og:image:height', '10', '630'],
    ['og:image:type', 'image/png', 'image/jpeg'],
    ['og:image:alt', 'The logo', 'Größe “日本” 😀'],
    ['og:image', ' ', 'https://example.com/og/0123456789abcdef.jpg'],
    ['twitter:card', 'summary', 'summary_large_image'],
    ['twitter:card', 'large', 'summary_large_image'],
    ['twitter:image:alt', 'The logo', 'Größe “日本” 😀'],
  ])('says %s once, and ours: not "%s"', (name, own, ours) => {
    const { head } = mended(`<meta property="${name}" content="${own}">`);
    expect(head.metas.filter(({ property, name: key }) => [property, key].includes(name))).toHaveLength(1);
    expect(contentsOf(head, name)).toEqual([ours]);
  });

  it.each(['summary_large_image', 'player', 'app'])('is a card of the kind %s, which stays', (kind) => {
    const { head, restore } = mended(`<meta name="twitter:card" content="${kind}">`);
    expect(contentsOf(head, 'twitter:card')).toEqual([kind]);
    expect(restore).toBeUndefined();
  });
});

describe('replacing all', () => {
  const html = [
    '<head><meta charset="utf-8">',
    '<meta name="title" property="og:title" content="Own">',
    '<meta name="twitter:title" content="Own">',
    '<meta name="description" property="og:description" content="Own words">',
    '<meta property="og:image" content="/own.png"><meta property="og:image" content="/second.png">',
    '<meta property="og:image:secure_url" content="/own.png"><meta name="twitter:image:src" content="/own.png">',
    '<meta property="fb:app_id" content="1"><meta name="twitter:site" content="@me"></head>',
  ].join('\n');
  const { file, restore } = injectTags(Buffer.from(html), cardTags, { replace: 'all' });
  const head = readHead(file.toString());

  it('leaves one set of tags, which is ours', () => {
    expect(contentsOf(head, 'og:title')).toEqual(['Größe “日本” & <b>']);
    expect(contentsOf(head, 'og:image')).toEqual(['https://example.com/og/0123456789abcdef.jpg']);
    for (const name of ['twitter:title', 'twitter:image:src', 'og:image:secure_url'])
      expect(contentsOf(head, name)).toEqual([]);
  });

  it('leaves what describes the page to others, and what ours do not say', () => {
    expect(contentsOf(head, 'description')).toEqual(['Own words']);
    expect(contentsOf(head, 'fb:app_id')).toEqual(['1']);
    expect(contentsOf(head, 'twitter:site')).toEqual(['@me']);
  });

  it('gives the page back as it was', () => {
    expect(removeTags(file, restore).toString()).toBe(html);
  });
});

describe('replacing the image', () => {
  const own = [
    '<head>',
    '  <meta charset="utf-8">',
    '  <title>T</title>',
    '  <meta property="og:image" content="/own.png">',
    '  <meta property="og:image:width" content="10"><meta name="twitter:card" content="summary">',
    '  <meta property="og:title" content="Own">',
    '</head><body><meta name="twitter:image" content="/other.png"></body>',
  ].join('\r\n');
  const file = Buffer.from(own);
  const overwritten = injectTags(file, cardTags, { replace: 'image' });

  it('puts our image in the place of the page’s, and leaves its other tags', () => {
    const head = readHead(overwritten.file.toString());
    expect(contentsOf(head, 'og:image')).toEqual(['https://example.com/og/0123456789abcdef.jpg']);
    expect(contentsOf(head, 'og:image:width')).toEqual(['1200']);
    expect(contentsOf(head, 'twitter:image')).toEqual([]);
    expect(contentsOf(head, 'twitter:card')).toEqual(['summary_large_image']);
    expect(contentsOf(head, 'og:title')).toEqual(['Own']);
  });

  it('gives the page back as it was, from a record that survives JSON', () => {
    const restore = JSON.parse(JSON.stringify(overwritten.restore)) as typeof overwritten.restore;
    expect(removeTags(overwritten.file, restore)).toEqual(file);
  });

  it('changes nothing the second time', () => {
    const { restore } = overwritten;
    expect(injectTags(overwritten.file, cardTags, { replace: 'image', restore })).toEqual({
      ...overwritten,
      changed: false,
    });
  });

  it('gives the page its own image back when nothing is to be replaced any more', () => {
    const { restore } = overwritten;
    expect(injectTags(overwritten.file, cardTags, { restore })).toEqual({
      file,
      changed: true,
      skipped: 'own-image',
    });
  });

  it('refuses to restore a page that was edited since', () => {
    const edited = Buffer.from(overwritten.file.toString().replace('<title>T', '<title>Edited'));
    expect(() => removeTags(edited, overwritten.restore)).toThrow(PageEditedError);
    expect(() => removeTags(Buffer.from('<head><title>T</title>'), overwritten.restore)).toThrow(
      PageEditedError,
    );
  });

  it('refuses to restore a page whose own tags nobody kept, also after another run', () => {
    expect(() => removeTags(overwritten.file)).toThrow(TagsLostError);
    const others = [
      { attribute: 'property', key: 'og:image', content: 'https://example.com/b.jpg' },
    ] as const;
    const again = injectTags(overwritten.file, others, { replace: 'image' });
    expect(again.restore).toBeUndefined();
    expect(() => removeTags(again.file)).toThrow(TagsLostError);
    const { restore } = overwritten;
    expect(
      removeTags(injectTags(overwritten.file, others, { restore, replace: 'image' }).file, restore),
    ).toEqual(file);
  });

  it('says so in a way that XML allows', () => {
    const xhtml = Buffer.from(`<?xml version="1.0"?>${own}`);
    const marked = injectTags(xhtml, cardTags, { replace: 'image' }).file;
    expect(marked.toString()).toContain('data-cardstock="replaced" />');
    expect(() => removeTags(marked)).toThrow(TagsLostError);
  });

  it('leaves a page as it is that was built anew since', () => {
    const anew = Buffer.from(own.replace('<title>T', '<title>New'));
    expect(removeTags(anew, overwritten.restore)).toEqual(anew);
    const again = injectTags(anew, cardTags, { replace: 'image', restore: overwritten.restore });
    expect(removeTags(again.file, again.restore)).toEqual(anew);
  });

  it('takes nothing out where it has no image to put in', () => {
    const tags = cardTags.filter(({ key }) => !key.includes('image'));
    expect(
      contentsOf(readHead(injectTags(file, tags, { replace: 'image' }).file.toString()), 'og:image'),
    ).toEqual(['/own.png']);
  });
});
