/** The tables of a font by their four letters; undefined where it has none of that name. */
export type FontTables = (tag: string) => Buffer | undefined;

/**
 * The part of a font file from `start`, `length` bytes long.
 *
 * @throws {RangeError} the file ends before.
 */
export function slice(bytes: Buffer, start: number, length: number): Buffer {
  if (start + length > bytes.length) throw new RangeError('A table lies outside of the file.');
  return bytes.subarray(start, start + length);
}

/** The tables of a TrueType or OpenType file (OpenType, "Table directory"): they lie there as they are. */
export function sfntTables(bytes: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  const tableCount = bytes.readUInt16BE(4);
  for (let table = 0; table < tableCount; table++) {
    const record = slice(bytes, 12 + 16 * table, 16);
    const tag = record.toString('latin1', 0, 4);
    tables.set(tag, slice(bytes, record.readUInt32BE(8), record.readUInt32BE(12)));
  }
  return (tag) => tables.get(tag);
}
