import { createHash, hash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import { ImageUnavailableError } from '../../errors.ts';
import type { ReadOptions } from './originals.ts';

/** What was written so recently may be written again within one tick of the file system's clock. */
const unsettledMs = 2_000;
/** Of a hundred bytes each. */
const keptVersions = 20_000;
/** Whoever asks for a version that is not known wants the bytes next, of several sizes at once. */
const keptMs = 2_000;
const keptBytes = 2 * limitsForOwners.maxBytes;

/**
 * The bytes of files and the hashes of these, each read and hashed once as long as the file
 * stays what it was: where it lies on its disk, how long it is, and when it was written.
 */
export class KnownFiles {
  readonly #versions = new LRUCache<string, string>({ max: keptVersions });
  readonly #contents = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => Math.max(1, length),
    ttl: keptMs,
    ttlAutopurge: true,
    perf: { now: () => Date.now() },
  });
  #readingBytes = 0;

  /** A hash of the bytes. */
  async versionOf(file: FileHandle, stats: BigIntStats): Promise<string> {
    const key = keyOf(stats);
    const known = this.#versions.get(key);
    if (known !== undefined) return known;
    const version = await this.#hash(file, stats);
    if (isSettled(stats)) this.#versions.set(key, version);
    return version;
  }

  /** @throws {ImageUnavailableError} it has more than `maxBytes`. */
  async read(file: FileHandle, stats: BigIntStats, { maxBytes, signal }: ReadOptions) {
    const key = keyOf(stats);
    const kept = this.#contents.get(key);
    const bytes = stats.size > maxBytes ? undefined : (kept ?? (await file.readFile({ signal })));
    if (!bytes || bytes.length > maxBytes)
      throw new ImageUnavailableError(`it has more than ${maxBytes} bytes`);
    const known = this.#versions.get(key);
    const isKnown = known !== undefined && (kept !== undefined || (await isUntouched(file, stats)));
    return { bytes, version: isKnown ? known : hash('sha256', bytes, 'hex') };
  }

  /** Piece by piece where there is no room for all of it. */
  async #hash(file: FileHandle, stats: BigIntStats): Promise<string> {
    const size = Number(stats.size);
    if (this.#contents.calculatedSize + this.#readingBytes + size > keptBytes) return hashOfStream(file);
    this.#readingBytes += size;
    try {
      const bytes = await file.readFile();
      if (isSettled(stats)) this.#contents.set(keyOf(stats), bytes);
      return hash('sha256', bytes, 'hex');
    } finally {
      this.#readingBytes -= size;
    }
  }
}

function keyOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(' ');
}

function isSettled({ mtimeMs }: BigIntStats): boolean {
  return Date.now() - Number(mtimeMs) > unsettledMs;
}

/** Nobody wrote into it while it was read. */
async function isUntouched(file: FileHandle, before: BigIntStats): Promise<boolean> {
  return keyOf(await file.stat({ bigint: true })) === keyOf(before);
}

async function hashOfStream(file: FileHandle): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of file.createReadStream({ autoClose: false, start: 0 }))
    sum.update(chunk as Buffer);
  return sum.digest('hex');
}
