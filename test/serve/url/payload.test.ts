import fc from 'fast-check';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CanonicalCard } from '../../../src/card/canonical.ts';
import { DamagedUrlError } from '../../../src/errors.ts';
import { decodePayload, encodePayload } from '../../../src/serve/url/payload.ts';

const version = Buffer.from('abcdef');
const payload = (card: CanonicalCard, strict = false) => ({ card, version, strict });
const hello: CanonicalCard = { template: 'plain', props: { title: 'Hello' } };
const raw = (flags: number, body: string | Buffer) =>
  Buffer.concat([Buffer.of(flags), version, Buffer.from(body)]).toString('base64url');

const word = fc.string({ unit: 'grapheme', maxLength: 80 });
const prop = fc.oneof(
  word,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(word),
);
const cards = fc.record({
  card: fc.record(
    { template: word, props: fc.dictionary(word, prop), variant: fc.constantFrom('x', 'square') },
    { requiredKeys: ['template', 'props'] },
  ),
  strict: fc.boolean(),
});

describe('a payload', () => {
  it('comes back as it was, whatever its card says', () => {
    fc.assert(
      fc.property(cards, ({ card, strict }) => {
        const encoded = encodePayload(payload(card, strict));
        expect(encoded).toMatch(/^[\w-]+$/);
        const decoded = decodePayload(encoded);
        expect(JSON.stringify(decoded.card)).toBe(JSON.stringify(card));
        expect(decoded.strict).toBe(strict);
        expect(decoded.version.equals(version)).toBe(true);
        expect(encodePayload(decoded)).toBe(encoded);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['60 Latin letters', 'Every page deserves a picture: a short guide to social cards', 110],
    [
      '200 Latin letters',
      `${'What we learned from rendering two thousand social images in a row without a single leaked file descriptor, and why the browser was never the slow part of the whole pipeline, as we had thought at firs'}`,
      205,
    ],
    [
      '60 Japanese characters',
      'すべてのページには写真がふさわしい。社会的なカードを一枚ずつブラウザで撮影する方法についての短い案内書です。東京で書いた',
      215,
    ],
    [
      '200 Japanese characters',
      'すべてのページには写真がふさわしい。社会的なカードを一枚ずつブラウザで撮影する方法についての短い案内書です。東京で書いた文章をもとにしている。画像はリンクとともに旅をし、読む人の目に最初に触れる。だから文字は大きく、余白は広く、色は少なくする。一度作られた画像は長く保存され、設計が変われば住所も変わる。壊れた画像を見せないために、失敗したときの代わりの一枚も用意しておく。これだけのことで共有される頁の印象は大きく変わる',
      560,
    ],
  ])('of a title of %s stays short', (_name, title, atMost) => {
    const { length } = encodePayload(payload({ template: 'article', props: { title } }));
    expect(length).toBeLessThanOrEqual(atMost);
  });
});

describe('what is no payload', () => {
  const json = '["plain",{"title":"Hello"}]';
  const whole = raw(0, json);
  it.each([
    ['nothing', ''],
    ['a head without a card', raw(0, '')],
    ['padding', `${whole}=`],
    ['the other alphabet', `${whole.slice(0, -1)}+`],
    ['spare bits that are set', raw(0, `${json} `).replace(/.$/, 'B')],
    ['unknown flags', raw(4, json)],
    ['text that is called compressed', raw(1, json)],
    ['another spelling of the JSON', raw(0, '["plain", {"title":"Hello"}]')],
    ['an escape nobody needs', raw(0, '["plain",{"title":"\\u0048ello"}]')],
    ['a name given twice', raw(0, '["plain",{"title":"a","title":"b"}]')],
    ['bytes that are no UTF-8', raw(0, Buffer.from([0x5b, 0xff, 0x5d]))],
    ['an object', raw(0, '{"template":"plain"}')],
    ['a list for props', raw(0, '["plain",[]]')],
    ['no props', raw(0, '["plain",null]')],
    ['a number for a template', raw(0, '[1,{}]')],
    ['a number for a variant', raw(0, '["plain",{},1]')],
    ['too many parts', raw(0, '["plain",{},"og",1]')],
    [
      'more behind the end of a compressed card',
      raw(1, Buffer.concat([brotliCompressSync(json), Buffer.of(7)])),
    ],
    ['a megabyte in a few bytes', raw(1, brotliCompressSync(`["plain",{"title":"${'a'.repeat(2 ** 20)}"}]`))],
  ])('is refused: %s', (_name, text) => {
    expect(() => decodePayload(text)).toThrow(DamagedUrlError);
  });

  it('is refused when cut anywhere', () => {
    const encoded = encodePayload(payload(hello));
    for (let length = 0; length < encoded.length; length++) {
      expect(() => decodePayload(encoded.slice(0, length))).toThrow(DamagedUrlError);
    }
  });
});
