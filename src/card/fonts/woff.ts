import { inflateSync } from 'node:zlib';
import { type FontTables, slice } from './sfnt.ts';

/** Beyond any font; what says that it unpacks to more is damaged, or worse. */
export const maxUnpackedBytes = 128_000_000;

/** A table as it lies in the file. */
interface Packed {
  readonly bytes: Buffer;
  /** How many bytes it has unpacked. */
  readonly length: number;
}

/** The tables of a WOFF file (WOFF 1.0, section 4): each deflated on its own, where that made it shorter. */
export function woffTables(bytes: Buffer): FontTables {
  const tables = new Map<string, Packed>();
  const tableCount = bytes.readUInt16BE(12);
  for (let table = 0; table < tableCount; table++) {
    const record = slice(bytes, 44 + 20 * table, 20);
    const packed = slice(bytes, record.readUInt32BE(4), record.readUInt32BE(8));
    tables.set(record.toString('latin1', 0, 4), { bytes: packed, length: record.readUInt32BE(12) });
  }
  return (tag) => {
    const packed = tables.get(tag);
    return packed && unpack(packed);
  };
}

function unpack({ bytes, length }: Packed): Buffer {
  if (bytes.length === length) return bytes;
  return slice(inflateSync(bytes, { maxOutputLength: Math.min(length, maxUnpackedBytes) }), 0, length);
}
