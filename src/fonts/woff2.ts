import { brotliDecompressSync } from 'node:zlib';

/** The tables WOFF2 names by number, in its order; 63 means that a tag follows. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT ' +
  'VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar ' +
  'fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).split(' ');

/**
 * The code points a WOFF2 font has glyphs for, from its character map (WOFF 2.0, section 5;
 * OpenType `cmap`, formats 4 and 12). What a package says of a file is a wish: some of its
 * ranges hold characters that the file does not.
 *
 * @throws {Error} it is no WOFF2 font with a Unicode character map.
 */
export function readCodePoints(woff2: Buffer): Set<number> {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This is no WOFF2 font.');
  const tableCount = woff2.readUInt16BE(12);
  let at = 48;
  let cmap: { start: number; length: number } | undefined;
  let start = 0;
  const readBase128 = () => {
    let value = 0;
    let byte;
    do {
      byte = woff2[at++]!;
      value = value * 128 + (byte & 127);
    } while (byte & 128);
    return value;
  };
  for (let table = 0; table < tableCount; table++) {
    const flags = woff2[at++]!;
    const number = flags & 63;
    const tag = number === 63 ? woff2.toString('latin1', at, (at += 4)) : knownTags[number]!;
    const originalLength = readBase128();
    // glyf and loca are transformed unless they say version 3; other tables only if they say so.
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = isTransformed ? readBase128() : originalLength;
    if (tag === 'cmap') cmap = { start, length };
    start += length;
  }
  if (!cmap) throw new Error('This font has no character map.');
  const data = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)));
  return readCmap(data.subarray(cmap.start, cmap.start + cmap.length));
}

function readCmap(cmap: Buffer): Set<number> {
  const codePoints = new Set<number>();
  const tableCount = cmap.readUInt16BE(2);
  for (let table = 0; table < tableCount; table++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * table + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, codePoints);
    if (format === 12) addGroups(subtable, codePoints);
  }
  if (codePoints.size === 0) throw new Error('This font has no Unicode character map.');
  return codePoints;
}

function addSegments(subtable: Buffer, codePoints: Set<number>): void {
  const bytes = subtable.readUInt16BE(6); // twice the number of segments
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = subtable.readUInt16BE(ends + segment);
    const start = subtable.readUInt16BE(starts + segment);
    const offset = subtable.readUInt16BE(offsets + segment);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyphAt = offsets + segment + offset + 2 * (code - start);
      const glyph =
        offset === 0 ? code + subtable.readUInt16BE(deltas + segment) : subtable.readUInt16BE(glyphAt);
      if ((glyph & 0xffff) !== 0) codePoints.add(code);
    }
  }
}

function addGroups(subtable: Buffer, codePoints: Set<number>): void {
  const groupCount = subtable.readUInt32BE(12);
  for (let group = 0; group < groupCount; group++) {
    const at = 16 + 12 * group;
    const end = subtable.readUInt32BE(at + 4);
    for (let code = subtable.readUInt32BE(at); code <= end; code++) codePoints.add(code);
  }
}
