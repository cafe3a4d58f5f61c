import type { FileHandle } from 'node:fs/promises';
import type { Frame, PackIndex } from './pack-file.ts';

export interface InflateTask extends Omit<PackIndex, 'version'> {
  /** Of the pack. */
  readonly path: string;
  readonly start: number;
  /** Whose files are wanted, as their paths begin. */
  readonly folder: string;
  readonly to: string;
  /** Frames that are decoded at once. */
  readonly lanes: number;
}

/**
 * Inflates files of a pack. It runs in another process as well, which gets its text: so it uses
 * nothing from outside of itself.
 *
 * @throws {Error} a frame is damaged or is not there, or the disk is full.
 */
export async function inflateFrames(task: InflateTask): Promise<void> {
  const { mkdir, open } = process.getBuiltinModule('node:fs').promises;
  const path = process.getBuiltinModule('node:path');
  const { promisify } = process.getBuiltinModule('node:util');
  const decompress = promisify(process.getBuiltinModule('node:zlib').zstdDecompress);
  const pack = await open(task.path);
  const outputs = new Map<number, FileHandle>();

  async function openOutputs(): Promise<void> {
    for (const [index, file] of task.files.entries()) {
      if (!file.path.startsWith(task.folder)) continue;
      const place = path.join(task.to, file.path.slice(task.folder.length));
      await mkdir(path.dirname(place), { recursive: true });
      outputs.set(index, await open(place, 'w', file.mode));
    }
  }

  async function inflate([file, offset, bytes, at, packedBytes]: Frame): Promise<void> {
    const output = outputs.get(file);
    if (!output) return;
    const packed = Buffer.allocUnsafeSlow(packedBytes);
    await pack.read(packed, 0, packedBytes, task.start + at);
    const data = await decompress(packed, { chunkSize: Math.max(64, bytes), maxOutputLength: bytes });
    if (data.length !== bytes) throw new Error(`${task.path} is damaged`);
    let written = 0; // a disk that is nearly full takes a part
    while (written < bytes) {
      const { bytesWritten } = await output.write(data, written, bytes - written, offset + written);
      written += bytesWritten;
    }
  }

  const queue = task.frames.values();
  async function lane(): Promise<void> {
    for (const frame of queue) await inflate(frame);
  }
  try {
    await openOutputs();
    const lanes = await Promise.allSettled(Array.from({ length: task.lanes }, lane));
    for (const end of lanes) if (end.status === 'rejected') throw end.reason;
  } finally {
    for (const file of [pack, ...outputs.values()]) await file.close();
  }
}
