import { describe, expect, it } from 'vitest';
import { decodeHtml, openRaw } from '../../../../src/site/read/html/encoding.ts';

const declared = (charset: string, title: Buffer) =>
  Buffer.concat([Buffer.from(`<meta charset="${charset}"><title>`), title, Buffer.from('</title>')]);
const bytes = (...values: number[]) => Buffer.from(values);

describe('decoding a page', () => {
  it.each([
    ['no declaration, UTF-8', Buffer.from('<title>日本</title>'), 'utf-8', '日本'],
    ['no declaration, other bytes', bytes(0x3c, 0x70, 0x3e, 0x93, 0x80, 0x94), 'windows-1252', '“€”'],
    ['windows-1252 declared', declared('windows-1252', bytes(0x80, 0xe9)), 'windows-1252', '€é'],
    ['iso-8859-1 declared, as browsers read it', declared('ISO-8859-1', bytes(0x93)), 'windows-1252', '“'],
    ['UTF-8 that is declared as something else', declared('iso-8859-1', Buffer.from('é')), 'utf-8', 'é'],
    ['Shift_JIS', declared('Shift_JIS', bytes(0x93, 0xfa, 0x96, 0x7b)), 'shift_jis', '日本'],
    ['EUC-JP', declared('euc-jp', bytes(0xc6, 0xfc, 0xcb, 0xdc)), 'euc-jp', '日本'],
    ['GBK', declared('gb2312', bytes(0xc8, 0xd5, 0xb1, 0xbe)), 'gbk', '日本'],
    ['ISO-2022-JP', declared('iso-2022-jp', Buffer.from('\x1b$BF|K\\\x1b(B')), 'iso-2022-jp', '日本'],
    ['KOI8-R', declared('koi8-r', bytes(0xed, 0xc9, 0xd2)), 'koi8-r', 'Мир'],
    ['UTF-8 with wrong bytes', declared('utf-8', bytes(0xc3, 0x28)), 'utf-8', '\uFFFD('],
    ['UTF-16 declared without a mark', declared('utf-16', Buffer.from('é')), 'utf-8', 'é'],
    ['an encoding nobody knows', declared('klingon', bytes(0xe9)), 'windows-1252', 'é'],
    [
      'an XML declaration',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-2"?><p>\xb1', 'latin1'),
      'iso-8859-2',
      'ą',
    ],
    ['a mark of UTF-8', Buffer.from('\uFEFF<title>é'), 'utf-8', 'é'],
    ['a mark of UTF-16LE', Buffer.from('\uFEFF<title>é', 'utf16le'), 'utf-16le', 'é'],
    ['a mark of UTF-16BE', Buffer.from('\uFEFF<title>é', 'utf16le').swap16(), 'utf-16be', 'é'],
  ])('knows %s', (_, file, encoding, words) => {
    const decoded = decodeHtml(file);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(words);
    expect(decoded.text).not.toContain('\uFEFF');
  });
});

describe('a raw page', () => {
  it('has each tag at its place in the file', () => {
    const html = '<p>日本é</p><b>';
    for (const file of [
      Buffer.from(html),
      Buffer.from(`\uFEFF${html}`),
      Buffer.from(`\uFEFF${html}`, 'utf16le'),
      Buffer.from(`\uFEFF${html}`, 'utf16le').swap16(),
    ]) {
      const raw = openRaw(file);
      const place = raw.toByte(raw.text.indexOf('<b>'));
      expect(file.subarray(place)).toEqual(raw.encode('<b>', 'utf-8'));
    }
  });

  it('leaves a byte that is half a character of UTF-16', () => {
    expect(openRaw(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])).text).toBe('A');
    expect(openRaw(Buffer.from([0xfe, 0xff, 0x00, 0x41, 0x42])).text).toBe('A');
  });

  it('sees no tags in the Japanese of ISO-2022-JP', () => {
    const file = Buffer.from('<title>\x1b$B<a>"<!--\x1b(B</title><p>');
    const { text } = openRaw(file);
    expect(text).not.toContain('<a>');
    expect(text).toHaveLength(file.length);
  });

  it('writes other characters as references where the page is not surely UTF-8', () => {
    const encoded = (file: string, charset?: string) =>
      openRaw(Buffer.from(file)).encode('é日😀', charset).toString();
    expect(encoded('<p>', 'utf-8')).toBe('é日😀');
    expect(encoded('<p>', 'unicode-1-1-utf-8')).toBe('é日😀');
    expect(encoded('\uFEFF<p>', 'latin1')).toBe('é日😀');
    expect(encoded('<p>', 'shift_jis')).toBe('&#xE9;&#x65E5;&#x1F600;');
    expect(encoded('<p>')).toBe('&#xE9;&#x65E5;&#x1F600;');
  });

  it('writes them as references too where a page says UTF-8 and is not, as its server may know', () => {
    const raw = openRaw(declared('utf-8', bytes(0x43, 0xe9)));
    expect(raw.encode('é日', 'utf-8').toString()).toBe('&#xE9;&#x65E5;');
  });
});
