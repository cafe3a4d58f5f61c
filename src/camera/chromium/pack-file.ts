import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Where one piece of a file is: compressed alone, so that several are inflated at once, each
 * written at its place.
 */
export type Frame = readonly [file: number, offset: number, bytes: number, at: number, packedBytes: number];

/** The head of a pack. Frames are counted from its end on. */
export interface PackIndex {
  /** Of Chromium's npm package. */
  readonly version: string;
  /** Paths from the folder that it is inflated into. */
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly frames: readonly Frame[];
}

export interface Pack {
  readonly path: string;
  readonly index: PackIndex;
  /** Where its first frame begins. */
  readonly start: number;
}

const mark = 'cardstock pack 1\n';
const lengthBytes = 4;

/** The head, and how long it is: both before the frames. */
export function headOf(index: PackIndex): Buffer {
  const text = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(text.length);
  return Buffer.concat([Buffer.from(mark), length, text]);
}

/** Nothing where there is no such file, or another kind of file. */
export function openPack(path: string): Pack | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const head = readAt(file, 0, mark.length + lengthBytes);
    if (head.toString('latin1', 0, mark.length) !== mark) return undefined;
    const length = head.readUInt32LE(mark.length);
    const index = JSON.parse(readAt(file, head.length, length).toString()) as PackIndex;
    return { path, index, start: head.length + length };
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}
