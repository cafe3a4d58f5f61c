import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTags } from '../../../../src/site/read/html/collect.ts';
import { decodeHtml, openRaw } from '../../../../src/site/read/html/encoding.ts';
import { contentsOf, readHead } from '../../../../src/site/read/html/head.ts';
import { type Injection, injectTags, removeTags } from '../../../../src/site/read/html/inject.ts';
import type { ReplaceMode } from '../../../../src/site/read/html/replaced-tags.ts';
import { maxPageBytes } from '../../../../src/site/read/html/reason-to-skip.ts';
import { factsOfFile } from '../../../../src/site/read/page/facts-of-file.ts';
import { cardTags, changedTags } from './card-tags.ts';

const meta = '<meta property="og:image" content="https://example.com/no.png">';
const ordinary =
  '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<title>表題</title>\n</head>\n<body>é\n</body>\n</html>\n';
const utf16 = (html: string) => Buffer.from(`\uFEFF${html}`, 'utf16le');
const latin1 = (html: string) => Buffer.from(html, 'latin1');
const shiftJis = Buffer.concat([
  Buffer.from('<html><head><meta charset="Shift_JIS"><title>'),
  // 表 ends in a byte that is a backslash in ASCII
  Buffer.from([0x95, 0x5c, 0x91, 0xe8]),
  Buffer.from('</title></head></html>'),
]);

/** The name of what is wrong with a page, the file, and what becomes of it. */
const corpus: readonly [name: string, file: Buffer | string, outcome: string][] = [
  ['no head', '<!doctype html><title>T</title><p>Hello', 'tagged'],
  ['no html, head or body', '<meta charset=utf-8>Hello', 'tagged'],
  ['two heads', `<html><head><title>A</title></head><head>${meta}</head><body></body></html>`, 'own-image'],
  ['two heads and two bodies', '<html><head></head><body><head></head><body><html lang=x></html>', 'tagged'],
  ['unclosed tags', '<html><head><meta charset="utf-8"><title>T</title><body><div><p><a', 'tagged'],
  ['an unclosed title', '<html><head><title>T <meta charset="utf-8"><body><p>Hello', 'tagged'],
  ['an unclosed script', `<html><head><meta charset="utf-8"><script>${meta}`, 'tagged'],
  ['an unclosed attribute', `<html><head><meta charset="utf-8>\n${meta}<p title="x">`, 'tagged'],
  ['an unclosed comment', `<html><head><meta charset="utf-8"><!-- ${meta}</head><body>`, 'tagged'],
  ['an unclosed comment first of all', `<!-- <html><head>${meta}`, 'not-html'],
  ['a head end in a script', `<head><script>var a = "</head><head>${meta}"</script></head>`, 'tagged'],
  [
    'heads in comments, templates and attributes',
    `<!--<head>--><html data-a="<head>"><head title='</head>'><template><head></head>${meta}</template>`,
    'tagged',
  ],
  ['a charset in a comment', `<head><!-- <meta charset="windows-1252"> --><title>T</title>`, 'tagged'],
  [
    'a charset behind 1024 bytes',
    `<head><script>${'x'.repeat(2000)}</script><meta charset="utf-8"><title>é</title>`,
    'tagged',
  ],
  ['a charset in the body', '<html><body><meta charset="utf-8"><p>é', 'tagged'],
  ['two charsets', '<head><meta charset="utf-8"><meta charset="shift_jis"><title>é</title>', 'tagged'],
  ['CRLF', ordinary.replaceAll('\n', '\r\n'), 'tagged'],
  ['CR alone', ordinary.replaceAll('\n', '\r'), 'tagged'],
  [
    'line breaks of every kind',
    '<html>\r\n<head>\r<meta charset="utf-8">\n\r<title>T</title>\n\n\r\r\n</head>',
    'tagged',
  ],
  ['a mark of UTF-8', `\uFEFF${ordinary}`, 'tagged'],
  ['two marks of UTF-8', `\uFEFF\uFEFF${ordinary}`, 'tagged'],
  ['a mark of UTF-8 and nothing else', '\uFEFF', 'not-html'],
  ['UTF-16LE', utf16(ordinary.replace('utf-8', 'utf-16')), 'tagged'],
  ['UTF-16BE', utf16(ordinary.replaceAll('\n', '\r\n')).swap16(), 'tagged'],
  ['UTF-16 and half a character more', Buffer.concat([utf16(ordinary), Buffer.of(0x41)]), 'tagged'],
  ['UTF-16 with lone surrogates', utf16(ordinary.replace('é', '\uD83D é \uDE00')), 'tagged'],
  ['UTF-16 without a mark', utf16(ordinary).subarray(2), 'not-html'],
  ['UTF-32', Buffer.concat([Buffer.of(0xff, 0xfe, 0, 0), Buffer.from('<\0\0\0h\0\0\0')]), 'not-html'],
  ['windows-1252, declared', latin1(ordinary.replace('utf-8', 'windows-1252')), 'tagged'],
  ['windows-1252, not declared', latin1('<html><head><title>\x93Caf\xe9\x94</title>'), 'tagged'],
  ['UTF-8 that says latin1', ordinary.replace('utf-8', 'iso-8859-1'), 'tagged'],
  ['Shift_JIS', shiftJis, 'tagged'],
  [
    'ISO-2022-JP with tags in its Japanese',
    '<head><title>\x1b$B<a>"<!--\x1b(B</title><meta charset="iso-2022-jp"></head>',
    'tagged',
  ],
  ['an encoding nobody knows', latin1(ordinary.replace('utf-8', 'klingon')), 'tagged'],
  [
    'UTF-8 with invalid bytes',
    Buffer.concat([Buffer.from(ordinary), Buffer.of(0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80)]),
    'tagged',
  ],
  ['NUL bytes', ordinary.replace('\n<title>', '\0\n\0<ti\0tle>\0'), 'tagged'],
  ['a NUL between the charset and its quote', '<head><meta charset="utf-8\0"><title>T</title>', 'tagged'],
  ['nothing', '', 'empty'],
  ['space', ' \r\n\t', 'not-html'],
  ['binary garbage', readFileSync(process.execPath).subarray(0, 200_000), 'not-html'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-html'],
  ['JSON', '{"html": "text"}', 'not-html'],
  ['a fragment', '<li><a href="/">Home</a></li>', 'not-html'],
  ['<base>', '<head><base href="http://elsewhere.example/"><title>T</title>', 'tagged'],
  [
    'XHTML',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n<title>é</title>\n</head>\n<body/></html>',
    'tagged',
  ],
  [
    'an SVG with a title before that of the page',
    '<body><svg><title>Logo</title></svg><title>T</title>',
    'tagged',
  ],
  [
    'noscript in the head',
    `<head><noscript><img src="/p.gif">${meta}</noscript><meta charset="utf-8"><title>T</title>`,
    'tagged',
  ],
  [
    'conditional comments',
    '<!--[if lt IE 9]><html class="ie"><![endif]--><!--[if !IE]><!--><html><!--<![endif]--><head><!--[if IE]><meta charset="x"><![endif]--><title>T</title>',
    'tagged',
  ],
  [
    'what a template engine left',
    '{% extends "base" %}<html><head>{{ head }}<title>{{ title }}</title><?php echo "<head>" ?>',
    'tagged',
  ],
  [
    'AMP',
    '<!doctype html>\n<html ⚡>\n<head>\n<meta charset="utf-8">\n<script async src="https://cdn.ampproject.org/v0.js"></script>',
    'tagged',
  ],
  [
    'a very long attribute',
    `<head><meta charset="utf-8"><meta name="x" content="${'y'.repeat(300_000)}"><title>T</title>`,
    'tagged',
  ],
  [
    'thousands of attributes',
    `<head><meta charset="utf-8" ${Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' ')}>`,
    'tagged',
  ],
  [
    'the same tags over and over',
    `<head>${meta}${meta}<meta property="og:title" content="1"><meta property="og:title" content="2">`,
    'own-image',
  ],
  [
    'our mark in words and attributes',
    '<head><title>data-cardstock</title><p title="<meta data-cardstock>" data-cardstock>',
    'tagged',
  ],
  ['frames', '<html><head><title>T</title></head><frameset><frame src="a"></frameset></html>', 'tagged'],
  ['frames alone', '<frameset><frame src="a"></frameset>', 'not-html'],
  [
    'a table around its tags',
    '<html><head></head><body><table><meta name="a" content="b"><tr><td></table>',
    'tagged',
  ],
  ['text before the doctype', 'Warning: something\n<!doctype html><html><head><title>T</title>', 'tagged'],
  ['countless open elements', `<html><head><title>T</title></head>${'<div>'.repeat(100_000)}`, 'tagged'],
  [
    'what another image left',
    '<head>\n  <meta name="twitter:card" content="summary">\n<meta property="og:image:width" content="10" />\n<meta property="og:image" content=" "></head><body><table><meta name="og:image:height" content="x">',
    'tagged',
  ],
  ['plaintext', '<html><head><title>T</title><plaintext></head><meta charset="utf-8">', 'tagged'],
];

/** Injects, again, with other tags, and takes out: the outcome, and that not a byte went astray. */
function roundTrip(file: Buffer, replace: ReplaceMode): Injection {
  const first = injectTags(file, cardTags, { replace });
  const { restore } = first;
  if (first.inserted && !restore) {
    const [start, length] = first.inserted;
    const rest = Buffer.concat([first.file.subarray(0, start), first.file.subarray(start + length)]);
    expect(rest.equals(file), 'other bytes stay').toBe(true);
  }
  const again = injectTags(first.file, cardTags, { replace, restore });
  expect(again.changed, 'the second run changes nothing').toBe(false);
  const changed = injectTags(first.file, changedTags, { replace, restore });
  expect(changed.file.equals(injectTags(file, changedTags, { replace }).file)).toBe(true);
  expect(removeTags(changed.file, changed.restore).equals(file), 'undo gives the file back').toBe(true);
  expect(removeTags(first.file, restore).equals(file), 'undo gives the file back').toBe(true);
  expect(removeTags(file, restore).equals(file), 'a page that was built anew stays').toBe(true);
  return first;
}

describe('a page with', () => {
  it.each(corpus)('%s', (_, content, outcome) => {
    const file = Buffer.from(content);
    const { file: tagged, skipped } = roundTrip(file, 'none');
    roundTrip(file, 'image');
    roundTrip(file, 'all');
    expect(skipped ?? 'tagged').toBe(outcome);
    const ours = readTags(openRaw(tagged).text).metas.filter(({ isOurs }) => isOurs);
    expect(ours.every(({ isInHead }) => isInHead)).toBe(true);
    expect(ours.some(({ property }) => property === 'og:image')).toBe(outcome === 'tagged');
    // Whatever the encoding, a reader of the page finds the words that were put in.
    const said = contentsOf(readHead(decodeHtml(tagged).text), 'og:image:alt');
    expect(said).toEqual(outcome === 'tagged' ? ['Größe “日本” 😀'] : []);
  });

  it.each(corpus)('%s, is read the same before and after', (_, content) => {
    const file = Buffer.from(content);
    const options = { path: 'a.html', siteUrl: 'https://example.com/' };
    const tagged = injectTags(file, cardTags).file;
    expect(factsOfFile(tagged, options)).toEqual(factsOfFile(file, options));
  });

  it('countless elements, is read as far as pages go', () => {
    const html = (count: number) =>
      `<head><title>T</title><meta name="a"></head>${'<p><b>'.repeat(count)}<meta name="z">`;
    const namesIn = (text: string) => readTags(text).metas.map(({ name }) => name);
    expect(namesIn(html(1_000))).toEqual(['a', 'z']);
    expect(namesIn(html(70_000))).toEqual(['a']);
  }, 20_000);

  it('50 MB, is left alone, unread', () => {
    const page = Buffer.from('<!doctype html><html><head><title>T</title></head><p>x');
    const file = Buffer.concat([page, Buffer.alloc(50_000_000, 'x')]);
    const options = { path: 'a.html', siteUrl: 'https://example.com/' };
    expect(injectTags(file, cardTags)).toMatchObject({ changed: false, skipped: 'too-large' });
    expect(injectTags(file, cardTags).file).toBe(file);
    expect(removeTags(file)).toBe(file);
    expect(factsOfFile(file, options)).toEqual({ facts: undefined, skipped: 'too-large' });
    expect(factsOfFile(file.subarray(0, maxPageBytes), options).facts?.titles.element).toBe('T');
  });
});

const fragment = fc.constantFrom(
  ...corpus.map(([, content]) => content.toString('latin1')).filter((text) => text.length < 2000),
  ...'<html>|<head>|</head>|<body>|<title>|</title>|<meta charset="utf-8">|<meta charset=shift_jis>|<!--|-->|<script>|</script>|<template>|</template>|<noscript>|</noscript>|<table>|<svg>|<math>|<p>|<b>|</b>|<a href="|">|\'|\r\n|\r|\n  |\t|\0|\xff|\xa0|é|</meta>|<meta name="x" content="y"/>|<meta property=og:image content=x>|<meta property="og:title"|<meta name=twitter:card content=summary>|<meta name=twitter:image content=x>|<meta property=og:image:width content=1>|<meta property=og:type content=a>|<!doctype html>|<?xml version="1.0"?>|<![CDATA[|]]>|\x1b$B|\x1b(B|<frameset>|<select>|<plaintext>|<textarea>|<style>|</style>|<base href=x>|<link rel=canonical href=x>| data-cardstock|<meta data-cardstocks>'.split(
    '|',
  ),
);
const soup = fc.array(fc.oneof({ weight: 5, arbitrary: fragment }, fc.string()), { maxLength: 14 });
const encodings = fc.constantFrom<(html: string) => Buffer>(
  (html) => Buffer.from(html),
  (html) => Buffer.from(`\uFEFF${html}`),
  latin1,
  utf16,
  (html) => utf16(html).swap16(),
);

const numRuns = Number(process.env['SOUPS'] ?? 300);

describe('any soup of HTML', () => {
  it('keeps every byte, comes back as it was, and is changed once', () => {
    fc.assert(
      fc.property(
        soup,
        encodings,
        fc.constantFrom<ReplaceMode>('none', 'image', 'all'),
        (parts, encode, replace) => {
          const file = encode(parts.join(''));
          // What bears our mark is ours, and goes.
          fc.pre(!readTags(openRaw(file).text).metas.some(({ isOurs }) => isOurs));
          roundTrip(file, replace);
        },
      ),
      { numRuns },
    );
  });

  it('is read as reading to its end reads it', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join('');
        expect(readTags(html)).toEqual(readTags(html, { isDone: () => false }));
      }),
      { numRuns },
    );
  });
});
