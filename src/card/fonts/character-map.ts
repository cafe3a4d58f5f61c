/** The character maps a browser looks for, the best first (OpenType `cmap`: platform and encoding). */
const unicodeMaps = ['3/10', '0/6', '0/4', '3/1', '0/3', '0/2', '0/1', '0/0', '3/0'];

/** Beyond the last code point of Unicode; a damaged font may claim four billion. */
const endOfUnicode = 0x110000;

type Visit = (codePoint: number, glyph: number) => void;

/**
 * The code points that a font has glyphs for (OpenType `cmap`, formats 4 and 12, which are what
 * the fonts of this century have).
 *
 * @throws {Error} there is no Unicode map, or it is in another format.
 */
export function readCodePoints(cmap: Buffer): Set<number> {
  const codePoints = new Set<number>();
  visitGlyphs(cmap, (codePoint) => codePoints.add(codePoint));
  return codePoints;
}

/**
 * The same with the number of each glyph.
 *
 * @throws {Error} as {@link readCodePoints} says.
 */
export function readGlyphs(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  visitGlyphs(cmap, (codePoint, glyph) => glyphs.set(codePoint, glyph));
  return glyphs;
}

function visitGlyphs(cmap: Buffer, visit: Visit): void {
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
  if (format === 4) return visitSegments(map, visit);
  if (format === 12) return visitGroups(map, visit);
  throw new Error(`its character map has format ${format}, and only 4 and 12 can be read`);
}

// In both formats what overlaps an earlier part is skipped: damage costs no more than one
// look at each code point.

function visitSegments(map: Buffer, visit: Visit): void {
  const bytes = map.readUInt16BE(6); // twice the number of segments
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  let next = 0;
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = map.readUInt16BE(ends + segment);
    const start = map.readUInt16BE(starts + segment);
    const delta = map.readUInt16BE(deltas + segment);
    const offset = map.readUInt16BE(offsets + segment);
    for (let code = Math.max(start, next); code <= end && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : map.readUInt16BE(offsets + segment + offset + 2 * (code - start));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) visit(code, glyph);
    }
    next = Math.max(next, end + 1);
  }
}

function visitGroups(map: Buffer, visit: Visit): void {
  const groupCount = map.readUInt32BE(12);
  let next = 0;
  for (let group = 0; group < groupCount; group++) {
    const at = 16 + 12 * group;
    const start = map.readUInt32BE(at);
    const end = Math.min(map.readUInt32BE(at + 4), endOfUnicode - 1);
    const firstGlyph = map.readUInt32BE(at + 8);
    for (let code = Math.max(start, next); code <= end; code++) {
      const glyph = firstGlyph + code - start;
      if (glyph !== 0) visit(code, glyph);
    }
    next = Math.max(next, end + 1);
  }
}
