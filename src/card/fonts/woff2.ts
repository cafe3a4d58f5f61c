import { brotliDecompressSync } from 'node:zlib';
import { type FontTables, slice } from './sfnt.ts';
import { maxUnpackedBytes } from './woff.ts';

/** The tables WOFF2 names by number, in its order; 63 means that a tag follows. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT ' +
  'VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar ' +
  'fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).split(' ');

interface Part {
  readonly start: number;
  readonly length: number;
}

/**
 * The tables of a WOFF2 file (WOFF 2.0, section 5): one after the other in one Brotli stream.
 * Outlines come in a form of their own; the tables we read are as in any font.
 */
export function woff2Tables(bytes: Buffer): FontTables {
  const { parts, directoryEnd, unpackedLength } = readDirectory(bytes);
  if (unpackedLength > maxUnpackedBytes) throw new RangeError('It unpacks to more than any font has.');
  const packed = slice(bytes, directoryEnd, bytes.readUInt32BE(20));
  const unpacked = brotliDecompressSync(packed, { maxOutputLength: unpackedLength });
  return (tag) => {
    const part = parts.get(tag);
    return part && slice(unpacked, part.start, part.length);
  };
}

function readDirectory(bytes: Buffer) {
  const parts = new Map<string, Part>();
  const tableCount = bytes.readUInt16BE(12);
  let at = 48;
  let start = 0;
  const readBase128 = () => {
    let value = 0;
    let byte;
    do {
      byte = bytes.readUInt8(at++);
      value = value * 128 + (byte & 127);
    } while (byte & 128);
    return value;
  };
  for (let table = 0; table < tableCount; table++) {
    const flags = bytes.readUInt8(at++);
    const number = flags & 63;
    const tag = number === 63 ? bytes.toString('latin1', at, (at += 4)) : knownTags[number]!;
    const originalLength = readBase128();
    // glyf and loca are transformed unless they say version 3; other tables only if they say so.
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = isTransformed ? readBase128() : originalLength;
    parts.set(tag, { start, length });
    start += length;
  }
  return { parts, directoryEnd: at, unpackedLength: start };
}
