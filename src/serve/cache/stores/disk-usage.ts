import { lstat, readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { StoreKey } from './store.ts';

export const entrySuffix = '.card';

interface StoredFile {
  readonly key: StoreKey;
  readonly path: string;
  readonly bytes: number;
  readonly usedAtMs: number;
}

/** What an eviction leaves of the allowance, so that the next image does not cause another. */
const keptShare = 0.9;

/** After so much of the allowance was written, the folder is counted anew: others write to it as well. */
const recountShare = 0.05;

/** How much a folder of images takes, and making room in it. Between two counts the sum is an estimate. */
export class DiskUsage {
  readonly #folder: string;
  readonly #maxBytes: number;
  #bytes: number;
  #uncountedBytes = 0;
  #tidying: Promise<void> | undefined;

  private constructor(folder: string, maxBytes: number, bytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#bytes = bytes;
  }

  static async measure(folder: string, maxBytes: number): Promise<DiskUsage> {
    return new DiskUsage(folder, maxBytes, sizeOf(await walk(folder)));
  }

  async add(bytes: number): Promise<void> {
    this.#bytes += bytes;
    this.#uncountedBytes += bytes;
    if (this.#uncountedBytes > this.#maxBytes * recountShare) await this.#tidy(this.#maxBytes);
    // What comes while another count runs, that may not have seen.
    while (this.#bytes > this.#maxBytes) await this.#tidy(this.#maxBytes);
  }

  /** For a disk that is full before the allowance is: half of what there is goes. */
  async makeRoom(): Promise<void> {
    await this.#tidy(this.#bytes / 2);
  }

  /** Counts, and where there is more than allowed removes what was unused for longest; one run at a time. */
  #tidy(allowedBytes: number): Promise<void> {
    this.#tidying ??= this.#count(allowedBytes).finally(() => (this.#tidying = undefined));
    return this.#tidying;
  }

  async #count(allowedBytes: number): Promise<void> {
    const before = this.#bytes;
    this.#uncountedBytes = 0;
    const files = await walk(this.#folder);
    let bytes = sizeOf(files);
    const keptBytes = bytes > allowedBytes ? allowedBytes * keptShare : bytes;
    for (const file of files.sort((a, b) => a.usedAtMs - b.usedAtMs)) {
      if (bytes <= keptBytes) break;
      await rm(file.path, { force: true });
      bytes -= file.bytes;
    }
    this.#bytes += bytes - before;
  }
}

/**
 * Every image below a folder; what another process removes meanwhile is left out, and so is
 * whatever a symbolic link leads to.
 */
export async function walk(folder: string): Promise<StoredFile[]> {
  // Only with types are links to folders not followed.
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    found
      .filter((entry) => entry.name.endsWith(entrySuffix))
      .map((entry) => describe(folder, join(entry.parentPath, entry.name))),
  );
  return files.filter((file) => file !== undefined);
}

async function describe(folder: string, path: string): Promise<StoredFile | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const key = relative(folder, path).slice(0, -entrySuffix.length).replaceAll(sep, '/');
  return { key, path, bytes: found.size, usedAtMs: found.mtimeMs };
}

function sizeOf(files: readonly StoredFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
