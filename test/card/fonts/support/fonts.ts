import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { chooseFonts, type FontUse } from '../../../../src/card/fonts/faces.ts';

const require = createRequire(import.meta.url);

/** A font file of our own packages. */
export function packaged(file: string): Buffer {
  return readFileSync(require.resolve(file));
}

/** Inter, Latin only. */
export function inter(weight: number, kind: 'woff' | 'woff2' = 'woff2'): Buffer {
  return packaged(`@fontsource/inter/files/inter-latin-${weight}-normal.${kind}`);
}

export function facesOf(use: FontUse | readonly FontUse[], text = 'Hello') {
  return chooseFonts([use].flat(), text, 'en').faces;
}

/** Family, weight and file of each face, without what names its bytes. */
export function namesOf(use: FontUse | readonly FontUse[], text?: string): string[] {
  return facesOf(use, text).map(({ id }) => id.split(' ').slice(0, -1).join(' '));
}

/** A TrueType or OpenType file of these tables. */
export function makeSfnt(tables: Readonly<Record<string, Buffer>>, kind = '\0\x01\0\0'): Buffer {
  const entries = Object.entries(tables);
  const head = Buffer.alloc(12 + 16 * entries.length);
  head.write(kind, 'latin1');
  head.writeUInt16BE(entries.length, 4);
  const parts = [head];
  let start = head.length;
  entries.forEach(([tag, table], index) => {
    const record = 12 + 16 * index;
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(start, record + 8);
    head.writeUInt32BE(table.length, record + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    parts.push(padded);
    start += padded.length;
  });
  return Buffer.concat(parts);
}

/**
 * What was packed into a WOFF file: TrueType, or OpenType with PostScript outlines.
 *
 * @param instead tables that take the place of its own.
 */
export function unpackWoff(woff: Buffer, instead: Readonly<Record<string, Buffer>> = {}): Buffer {
  const tables: Record<string, Buffer> = {};
  for (let table = 0; table < woff.readUInt16BE(12); table++) {
    const record = woff.subarray(44 + 20 * table);
    const [start, packed, length] = [4, 8, 12].map((at) => record.readUInt32BE(at)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    tables[record.toString('latin1', 0, 4)] = packed < length ? inflateSync(bytes) : bytes;
  }
  return makeSfnt({ ...tables, ...instead }, woff.toString('latin1', 4, 8));
}

/** A `cmap` table of one map, as Windows and browsers look for it. */
export function makeCmap(map: Buffer, encoding = 10): Buffer {
  const head = Buffer.alloc(12);
  [0, 1, 3, encoding].forEach((value, index) => head.writeUInt16BE(value, 2 * index));
  head.writeUInt32BE(head.length, 8);
  return Buffer.concat([head, map]);
}

/** Format 12: ranges of characters, each with the glyph of its first. */
export function makeGroups(
  groups: readonly (readonly [first: number, last: number, glyph: number])[],
): Buffer {
  const map = Buffer.alloc(16 + 12 * groups.length);
  map.writeUInt16BE(12, 0);
  map.writeUInt32BE(groups.length, 12);
  groups.flat().forEach((value, index) => map.writeUInt32BE(value, 16 + 4 * index));
  return map;
}

/** Format 13: every character there is has the same glyph. */
export function makeCatchAll(glyph: number): Buffer {
  const map = makeGroups([[0x20, 0x10ffff, glyph]]);
  map.writeUInt16BE(13, 0);
  map.writeUInt32BE(map.length, 4);
  return map;
}

/** Format 4, without lists of glyphs: the number to add to a code to get its glyph. */
export function makeSegments(
  segments: readonly (readonly [first: number, last: number, delta: number])[],
): Buffer {
  const count = segments.length;
  const map = Buffer.alloc(16 + 8 * count);
  map.writeUInt16BE(4, 0);
  map.writeUInt16BE(2 * count, 6);
  segments.forEach(([first, last, delta], index) => {
    map.writeUInt16BE(last, 14 + 2 * index);
    map.writeUInt16BE(first, 16 + 2 * count + 2 * index);
    map.writeUInt16BE(delta, 16 + 4 * count + 2 * index);
  });
  return map;
}

/** An `fvar` table with these axes. */
export function makeAxes(axes: Readonly<Record<string, readonly [min: number, max: number]>>): Buffer {
  const entries = Object.entries(axes);
  const table = Buffer.alloc(16 + 20 * entries.length);
  [1, 0, 16, 2, entries.length, 20].forEach((value, index) => table.writeUInt16BE(value, 2 * index));
  entries.forEach(([tag, [min, max]], index) => {
    const at = 16 + 20 * index;
    table.write(tag, at, 'latin1');
    [min, min, max].forEach((value, number) => table.writeInt32BE(value * 65536, at + 4 + 4 * number));
  });
  return table;
}
