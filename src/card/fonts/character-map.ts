/** The character maps a browser looks for, the best first (OpenType `cmap`: platform and encoding). */
const unicodeMaps = ['3/10', '0/6', '0/4', '3/1', '0/3', '0/2', '0/1', '0/0', '3/0'];

/** Beyond the last code point of Unicode; a damaged font may claim four billion. */
const endOfUnicode = 0x110000;

/**
 * The code points that a font has glyphs for (OpenType `cmap`, formats 4 and 12, which are what
 * the fonts of this century have).
 *
 * @throws {Error} there is no Unicode map, or it is in another format.
 */
export function readCodePoints(cmap: Buffer): Set<number> {
  const maps = new Map<string, Buffer>();
  const mapCount = cmap.readUInt16BE(2);
  for (let map = 0; map < mapCount; map++) {
    const record = 4 + 8 * map;
    const encoding = `${cmap.readUInt16BE(record)}/${cmap.readUInt16BE(record + 2)}`;
    maps.set(encoding, cmap.subarray(cmap.readUInt32BE(record + 4)));
  }
  const best = unicodeMaps.find((encoding) => maps.has(encoding));
  if (!best) throw new Error('it has no Unicode character map');
  const map = maps.get(best)!;
  const format = map.readUInt16BE(0);
  if (format === 4) return new Set(segmentCodes(map));
  if (format === 12) return new Set(groupCodes(map));
  throw new Error(`its character map has format ${format}, and only 4 and 12 can be read`);
}

// In both formats what overlaps an earlier part is skipped: damage costs no more than one
// look at each code point.

function* segmentCodes(map: Buffer): Generator<number> {
  const bytes = map.readUInt16BE(6); // twice the number of segments
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  let next = 0;
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = map.readUInt16BE(ends + segment);
    const start = map.readUInt16BE(starts + segment);
    const offset = map.readUInt16BE(offsets + segment);
    for (let code = Math.max(start, next); code <= end && code !== 0xffff; code++) {
      const glyphAt = offsets + segment + offset + 2 * (code - start);
      const glyph = offset === 0 ? code + map.readUInt16BE(deltas + segment) : map.readUInt16BE(glyphAt);
      if ((glyph & 0xffff) !== 0) yield code;
    }
    next = Math.max(next, end + 1);
  }
}

function* groupCodes(map: Buffer): Generator<number> {
  const groupCount = map.readUInt32BE(12);
  let next = 0;
  for (let group = 0; group < groupCount; group++) {
    const at = 16 + 12 * group;
    const start = map.readUInt32BE(at);
    const end = Math.min(map.readUInt32BE(at + 4), endOfUnicode - 1);
    const firstGlyph = map.readUInt32BE(at + 8);
    for (let code = Math.max(start, next); code <= end; code++) {
      if (firstGlyph + code - start !== 0) yield code;
    }
    next = Math.max(next, end + 1);
  }
}
