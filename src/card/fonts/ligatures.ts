const ligatureSubstitution = 4;
const extension = 7;

/**
 * The rows of glyphs that a font draws as one (OpenType `GSUB`, lookup type 4), whichever
 * feature asks for it: their numbers, with commas between them.
 */
export function readLigatures(gsub: Buffer): Set<string> {
  const rows = new Set<string>();
  const lookups = gsub.readUInt16BE(8);
  for (const lookup of offsets(gsub, lookups, 0)) {
    const kind = gsub.readUInt16BE(lookup);
    for (const at of offsets(gsub, lookup, 4)) {
      const isExtended = kind === extension;
      const realKind = isExtended ? gsub.readUInt16BE(at + 2) : kind;
      if (realKind === ligatureSubstitution) {
        addRows(gsub, isExtended ? at + gsub.readUInt32BE(at + 4) : at, rows);
      }
    }
  }
  return rows;
}

/** A set of ligatures for each first glyph; each lists the glyphs that follow. */
function addRows(gsub: Buffer, subtable: number, rows: Set<string>): void {
  const firsts = coveredGlyphs(gsub, subtable + gsub.readUInt16BE(subtable + 2));
  for (const [index, set] of offsets(gsub, subtable, 4).entries()) {
    for (const ligature of offsets(gsub, set, 0)) {
      const others = gsub.readUInt16BE(ligature + 2) - 1;
      const row = Array.from({ length: others }, (_, other) => gsub.readUInt16BE(ligature + 4 + 2 * other));
      rows.add([firsts[index], ...row].join());
    }
  }
}

/** A count and so many offsets from `base`, `at` bytes behind it. */
function offsets(gsub: Buffer, base: number, at: number): number[] {
  const length = gsub.readUInt16BE(base + at);
  return Array.from({ length }, (_, index) => base + gsub.readUInt16BE(base + at + 2 + 2 * index));
}

/** OpenType "Coverage table": a list of glyphs, or of ranges of them. */
function coveredGlyphs(gsub: Buffer, at: number): number[] {
  const isList = gsub.readUInt16BE(at) === 1;
  const count = gsub.readUInt16BE(at + 2);
  if (isList) return Array.from({ length: count }, (_, index) => gsub.readUInt16BE(at + 4 + 2 * index));
  return Array.from({ length: count }, (_, index) => {
    const range = at + 4 + 6 * index;
    const [first, last] = [gsub.readUInt16BE(range), gsub.readUInt16BE(range + 2)];
    return Array.from({ length: last - first + 1 }, (_unused, glyph) => first + glyph);
  }).flat();
}
