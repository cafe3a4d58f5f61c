import { readCodePoints, readGlyphs } from './character-map.ts';
import { readLigatures } from './ligatures.ts';
import { type FontTables, sfntTables } from './sfnt.ts';
import { woffTables } from './woff.ts';
import { woff2Tables } from './woff2.ts';

/** What must be known of a font before it is used. */
export interface FontFacts {
  /** Those it has a glyph for. */
  readonly codePoints: ReadonlySet<number>;
  /** How far the `wght` axis of a variable font goes; undefined where it has none. */
  readonly weightAxis: readonly [min: number, max: number] | undefined;
  /** Whether it draws these code points as one glyph. */
  readonly joins: (codePoints: readonly number[]) => boolean;
}

/** How each kind of file begins. */
const kinds: Readonly<Record<string, (bytes: Buffer) => FontTables>> = {
  wOF2: woff2Tables,
  wOFF: woffTables,
  OTTO: sfntTables,
  true: sfntTables,
  '\0\x01\0\0': sfntTables,
};

/**
 * Looks into a font file. What a package says of one is a wish: some of its ranges hold
 * characters that the file does not.
 *
 * @throws {Error} saying what is wrong with it: it is no font, a collection, damaged, or without
 * a Unicode character map.
 * @param options.ligatures Only where they decide anything: reading them takes longer than the rest.
 */
export function readFont(bytes: Buffer, options: { ligatures?: boolean } = {}): FontFacts {
  try {
    const tables = openTables(bytes);
    const cmap = tables('cmap');
    if (!cmap) throw new Error('it has no character map');
    const fvar = tables('fvar');
    const gsub = options.ligatures ? tables('GSUB') : undefined;
    return {
      codePoints: readCodePoints(cmap),
      weightAxis: fvar && readWeightAxis(fvar),
      joins: gsub ? readJoins(cmap, gsub) : () => false,
    };
  } catch (error) {
    const isDamaged = error instanceof RangeError || (error as NodeJS.ErrnoException).code !== undefined;
    throw isDamaged ? new Error('it is damaged', { cause: error }) : error;
  }
}

function openTables(bytes: Buffer): FontTables {
  const kind = bytes.toString('latin1', 0, 4);
  const isWoff = kind === 'wOFF' || kind === 'wOF2';
  const flavor = isWoff ? bytes.toString('latin1', 4, 8) : kind;
  if (flavor === 'ttcf') throw new Error('it is a collection of fonts, and one font is needed');
  const open = kinds[kind];
  if (!open) throw new Error('it is no WOFF2, WOFF, TrueType or OpenType font');
  return open(bytes);
}

function readJoins(cmap: Buffer, gsub: Buffer): FontFacts['joins'] {
  const glyphs = readGlyphs(cmap);
  const ligatures = readLigatures(gsub);
  return (codePoints) => ligatures.has(codePoints.map((codePoint) => glyphs.get(codePoint)).join());
}

/** OpenType `fvar`: records of tag, smallest, default and largest value, in 16.16 fixed point. */
function readWeightAxis(fvar: Buffer): FontFacts['weightAxis'] {
  const [start, axisCount, axisSize] = [4, 8, 10].map((at) => fvar.readUInt16BE(at)) as [
    number,
    number,
    number,
  ];
  for (let axis = 0; axis < axisCount; axis++) {
    const at = start + axis * axisSize;
    if (fvar.toString('latin1', at, at + 4) !== 'wght') continue;
    return [fvar.readInt32BE(at + 4) / 65536, fvar.readInt32BE(at + 12) / 65536];
  }
  return undefined;
}
