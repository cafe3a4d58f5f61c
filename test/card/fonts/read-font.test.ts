import { brotliCompressSync, constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFont } from '../../../src/card/fonts/read-font.ts';
import {
  makeAxes,
  makeCmap,
  makeGroups,
  makeSegments,
  makeSfnt,
  packaged,
  unpackWoff,
} from './support/fonts.ts';

const inter = '@fontsource/inter/files/inter-latin-400-normal';
const woff2 = packaged(`${inter}.woff2`);
const woff = packaged(`${inter}.woff`);
const truetype = unpackWoff(woff);
const charactersOf = (font: Buffer) =>
  [...readFont(font).codePoints].map((codePoint) => String.fromCodePoint(codePoint)).join('');
const ofMap = (map: Buffer, encoding?: number) => makeSfnt({ cmap: makeCmap(map, encoding) });

describe('a font', () => {
  it('has the same characters as WOFF2, as WOFF and unpacked', () => {
    const characters = charactersOf(woff2);
    expect(characters).toContain('ABC');
    expect(charactersOf(woff)).toBe(characters);
    expect(charactersOf(truetype)).toBe(characters);
    expect(truetype.readUInt32BE(0)).toBe(0x10000);
  });

  it('tells what it has, not what its package says', () => {
    const math = charactersOf(
      packaged('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'),
    );
    expect(math).toContain('∑');
    expect(math).toContain('𝒳');
    expect(math).not.toContain('あ');
  });

  it.each([
    ['of TrueType', '\0\x01\0\0'],
    ['of OpenType', 'OTTO'],
    ['of old Macs', 'true'],
  ])('%s outlines is read', (_name, kind) => {
    const cmap = makeCmap(makeGroups([[0x41, 0x43, 1]]));
    expect(charactersOf(makeSfnt({ cmap }, kind))).toBe('ABC');
  });

  it('says how far its wght axis goes, and that it has none', () => {
    const cmap = makeCmap(makeGroups([[0x41, 0x41, 1]]));
    const axesOf = (font: Buffer) => readFont(font).weightAxis;
    const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin';
    expect(axesOf(packaged(`${newsreader}-wght-normal.woff2`))).toEqual([200, 800]);
    expect(axesOf(packaged(`${newsreader}-standard-normal.woff2`))).toEqual([200, 800]);
    expect(axesOf(makeSfnt({ cmap, fvar: makeAxes({ wdth: [50, 100], wght: [350, 650.5] }) }))).toEqual([
      350, 650.5,
    ]);
    expect(axesOf(makeSfnt({ cmap, fvar: makeAxes({ wdth: [50, 100] }) }))).toBeUndefined();
    expect(axesOf(woff2)).toBeUndefined();
  });
});

describe('a character map', () => {
  it('is read in format 4 and format 12, without what the font draws as a box', () => {
    expect(
      charactersOf(
        ofMap(
          makeSegments([
            [0x41, 0x43, 0x10000 - 0x42],
            [0xffff, 0xffff, 1],
          ]),
          1,
        ),
      ),
    ).toBe('AC'); // the glyph of B would be number 0
    expect(
      charactersOf(
        ofMap(
          makeGroups([
            [0x41, 0x42, 0],
            [0x1f600, 0x1f600, 9],
          ]),
        ),
      ),
    ).toBe('B😀');
  });

  it('with the most characters is taken', () => {
    const [short, long] = [makeSegments([[0x41, 0x41, 1]]), makeGroups([[0x41, 0x42, 1]])];
    const head = Buffer.alloc(20);
    [0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + short.length].forEach((value, at) =>
      head.writeUInt16BE(value, 2 * at),
    );
    expect(charactersOf(makeSfnt({ cmap: Buffer.concat([head, short, long]) }))).toBe('AB');
  });

  it.each([
    ['in a format of another time', ofMap(Buffer.from([0, 2, 0, 0])), 'its character map has format 2'],
    [
      'for Chinese of before Unicode',
      ofMap(makeSegments([[0x41, 0x41, 1]]), 3),
      'it has no Unicode character map',
    ],
    ['that is not there', makeSfnt({ glyf: Buffer.alloc(8) }), 'it has no character map'],
  ])('%s is an error that says so', (_name, font, message) => {
    expect(() => readFont(font)).toThrow(message);
  });
});

describe('what is no font', () => {
  it.each([
    [
      'a picture',
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      'it is no WOFF2, WOFF, TrueType or OpenType font',
    ],
    ['an empty file', Buffer.alloc(0), 'it is no WOFF2'],
    ['a collection', makeSfnt({}, 'ttcf'), 'it is a collection of fonts'],
    ['a packed collection', Buffer.from('wOF2ttcf'), 'it is a collection of fonts'],
  ])('%s is refused', (_name, bytes, message) => {
    expect(() => readFont(bytes)).toThrow(message);
  });
});

describe('a damaged font', () => {
  it.each(Object.entries({ woff2, woff, truetype }))(
    'is read or refused in plain words, whatever is wrong with the %s',
    (_kind, font) => {
      const place = fc.oneof(fc.nat(400), fc.nat(font.length - 1)); // the directory is in front
      const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 4 });
      const length = fc.option(fc.nat(font.length), { nil: font.length });
      fc.assert(
        fc.property(changes, length, (changes, length) => {
          const damaged = Buffer.from(font);
          for (const [at, value] of changes) damaged[at] = value;
          expect(outcomeOf(damaged.subarray(0, length))).toMatch(
            /^read$|^it (?:is|has) |^its character map has format/,
          );
        }),
        { numRuns: 500 },
      );
    },
  );

  it('whose character map claims four billion characters, many times over, has those of Unicode once', () => {
    const groups = Array.from({ length: 2_000 }, () => [0, 0xffffffff, 1] as const);
    expect(readFont(ofMap(makeGroups(groups))).codePoints.size).toBe(0x110000);
    const segments = Array.from({ length: 8_000 }, () => [1, 0xfffe, 0] as const);
    expect(readFont(ofMap(makeSegments(segments), 1)).codePoints.size).toBe(0xfffe);
  });

  it.each(Object.entries({ woff2, woff, truetype }))('that breaks off is refused as %s', (_kind, font) => {
    for (const share of [0.1, 0.5, 0.9]) {
      expect(outcomeOf(font.subarray(0, share * font.length))).toBe('it is damaged');
    }
  });

  it('that unpacks to more than it says is refused', () => {
    expect(outcomeOf(packedCmap(Buffer.alloc(1_000_000), 100))).toBe('it is damaged');
    expect(outcomeOf(deflatedCmap(Buffer.alloc(1_000_000), 100))).toBe('it is damaged');
  });

  it('that unpacks to more than any font is refused', () => {
    const bytes = 128_000_001;
    expect(outcomeOf(packedCmap(Buffer.alloc(bytes), bytes))).toBe('it is damaged');
    expect(outcomeOf(deflatedCmap(Buffer.alloc(bytes), bytes))).toBe('it is damaged');
  });
});

function outcomeOf(font: Buffer): string {
  try {
    readFont(font);
    return 'read';
  } catch (error) {
    return error instanceof RangeError ? 'a RangeError' : (error as Error).message;
  }
}

/** A WOFF2 file of one table, `cmap`, that says it is `length` bytes long. */
function packedCmap(table: Buffer, length: number): Buffer {
  const packed = brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  const head = Buffer.alloc(48);
  head.write('wOF2\0\x01\0\0', 'latin1');
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(packed.length, 20);
  const digits = [28, 21, 14, 7].map((bits) => ((length >> bits) & 127) | 128);
  return Buffer.concat([head, Buffer.from([0, ...digits, length & 127]), packed]);
}

/** The same as WOFF. */
function deflatedCmap(table: Buffer, length: number): Buffer {
  const packed = deflateSync(table, { level: 1 });
  const head = Buffer.alloc(64);
  head.write('wOFF\0\x01\0\0', 'latin1');
  head.writeUInt16BE(1, 12);
  head.write('cmap', 44, 'latin1');
  [head.length, packed.length, length].forEach((value, index) => head.writeUInt32BE(value, 48 + 4 * index));
  return Buffer.concat([head, packed]);
}
