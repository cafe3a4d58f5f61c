import { describe, expect, it } from 'vitest';
import { readTags } from '../../../../src/site/read/html/collect.ts';
import { openRaw } from '../../../../src/site/read/html/encoding.ts';
import { injectTags, removeTags } from '../../../../src/site/read/html/inject.ts';
import { factsOfFile } from '../../../../src/site/read/page/facts-of-file.ts';
import { cardTags } from './card-tags.ts';

/** Work that grows with the square of these would take hours; what grows with them takes a blink. */
const runLength = 2_000_000;
const head = '<!doctype html><html><head><meta charset="utf-8"><title>T</title>';

const structured = (data: object) =>
  `${head}<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ '@id': `${letter}${index}` }));

describe('a page with a long run of', () => {
  it.each([
    [
      'spaces behind the equals sign of a charset',
      `${head}<meta http-equiv="content-type" content="charset=${' '.repeat(runLength)}">`,
    ],
    ['escapes into Japanese, and none back', head + '\x1b$B'.repeat(runLength / 3)],
    ['escapes into Japanese behind the last one back', `${head}\x1b(${'\x1b$B'.repeat(runLength / 3)}`],
    [
      'authors whom its graph does not know',
      structured({
        '@graph': [
          { '@type': 'Article', headline: 'T', author: ids('a', 50_000) },
          ...ids('thing', 50_000).map((thing) => ({ ...thing, name: 'x' })),
        ],
      }),
    ],
  ])('%s is read, tagged and given back', (_, html) => {
    const file = Buffer.from(html, 'latin1');
    expect(factsOfFile(file, { path: 'a.html', siteUrl: 'https://example.com/' }).facts?.titles.element).toBe(
      'T',
    );
    const tagged = injectTags(file, cardTags);
    expect(tagged.inserted).toBeDefined();
    expect(removeTags(tagged.file).equals(file)).toBe(true);
  });
});

describe('what the shortcuts leave as it was', () => {
  it.each([
    ['text/html; charset=shift_jis', 'shift_jis'],
    ['text/html; charset = " shift_jis "', 'shift_jis'],
    ["text/html; charset='shift_jis'", 'shift_jis'],
    ['text/html; charset=', undefined],
    ['text/html; charset="', undefined],
  ])('%j declares %s', (content, label) => {
    const html = `<meta http-equiv=content-type content='${content.replaceAll("'", '&#39;')}'>`;
    expect(readTags(html).charset?.label).toBe(label);
  });

  it('masks each run of Japanese up to its way back, and nothing behind the last', () => {
    const html = '\x1b$B<a\x1b(B<p>\x1b$@<b\x1b(J<i>\x1b$B<u>';
    expect(openRaw(Buffer.from(html, 'latin1')).text).toBe('xxxxx\x1b(B<p>xxxxx\x1b(J<i>\x1b$B<u>');
  });
});
