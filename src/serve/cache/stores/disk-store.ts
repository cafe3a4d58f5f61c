import { constants } from 'node:fs';
import {
  appendFile,
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownedName, sweep } from '../../../system/temporary-folder.ts';
import { claimLease, sweepLeases } from './disk-lease.ts';
import { DiskUsage, entrySuffix, walk } from './disk-usage.ts';
import type { HitCounts, Release, Store, StoreEntry, StoreKey } from './store.ts';

export interface DiskStoreOptions {
  readonly folder: string;
  /** All images together; beyond it those unused for longest go. */
  readonly maxBytes: number;
}

const hitsFile = 'hits.log';
const maxHitsFileBytes = 64 * 1024;
/** An image used within the hour counts as just used: a write for every read would cost more than it tells. */
const touchEveryMs = 3_600_000;

/**
 * Images in a folder, one file each. Several processes may share it: a file appears whole, by
 * a rename, and what reads it checks its sum. Nothing depends on the lease that keeps two of
 * them from making one image: of two equal files one stays.
 */
export class DiskStore implements Store {
  readonly #folder: string;
  readonly #maxBytes: number;
  #usage: Promise<DiskUsage> | undefined;

  constructor({ folder, maxBytes }: DiskStoreOptions) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  get description(): string {
    return `disk, ${this.#folder}`;
  }

  async get(key: StoreKey): Promise<Buffer | undefined> {
    return this.#read(key, async (file) => {
      const { mtimeMs } = await file.stat();
      const now = new Date();
      if (now.getTime() - mtimeMs > touchEveryMs) await file.utimes(now, now).catch(() => {});
      return file.readFile();
    });
  }

  async peek(key: StoreKey): Promise<Buffer | undefined> {
    return this.#read(key, (file) => file.readFile());
  }

  async set(key: StoreKey, value: Buffer): Promise<undefined> {
    if (value.length > this.#maxBytes)
      throw new Error(`An image of ${value.length} bytes has no room in the cache.`);
    this.#usage ??= this.#open();
    const usage = await this.#usage;
    const path = this.#path(key);
    const unfinished = join(this.#folder, ownedName('writing'));
    try {
      await inFolder(dirname(path), () => writeFile(unfinished, value, { flag: 'wx', mode: 0o600 }));
      await inFolder(dirname(path), () => rename(unfinished, path));
    } catch (error) {
      await rm(unfinished, { force: true });
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') await usage.makeRoom();
      throw error;
    }
    await usage.add(value.length);
  }

  async delete(key: StoreKey): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async claim(key: StoreKey, forMs: number): Promise<Release | undefined> {
    await (this.#usage ??= this.#open());
    return claimLease(this.#folder, key, forMs);
  }

  async *list(): AsyncIterable<StoreEntry> {
    yield* await walk(this.#folder);
  }

  /** Appended in one short write each, which several processes can do at once. */
  async recordHits({ hits, misses }: HitCounts): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const log = join(this.#folder, hitsFile);
    await appendFile(log, `${hits} ${misses}\n`);
    if ((await stat(log)).size > maxHitsFileBytes) await this.#sumUp(log);
  }

  /** What another process appends in this very moment is lost, and it is only a count. */
  async #sumUp(log: string): Promise<void> {
    const { hits, misses } = await this.readHits();
    const unfinished = join(this.#folder, ownedName('writing'));
    await writeFile(unfinished, `${hits} ${misses}\n`);
    await rename(unfinished, log);
  }

  async readHits(): Promise<HitCounts> {
    const log = await readFile(join(this.#folder, hitsFile), 'utf8').catch(ignoreAbsent);
    const total = { hits: 0, misses: 0 };
    for (const line of log?.split('\n') ?? []) {
      const [hits, misses] = line.split(' ').map(Number);
      total.hits += hits || 0;
      total.misses += misses || 0;
    }
    return total;
  }

  /** A symbolic link or a pipe in an image's place is none of ours, wherever it leads. */
  async #read(key: StoreKey, use: (file: FileHandle) => Promise<Buffer>): Promise<Buffer | undefined> {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const file = await open(this.#path(key), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(ignoreAbsent);
    if (!file) return undefined;
    return use(file).finally(() => file.close());
  }

  /** A failure is forgotten: what cannot be written to now may be writable later. */
  async #open(): Promise<DiskUsage> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      sweep(this.#folder);
      await sweepLeases(this.#folder);
      return await DiskUsage.measure(this.#folder, this.#maxBytes);
    } catch (error) {
      this.#usage = undefined;
      throw error;
    }
  }

  #path(key: StoreKey): string {
    return join(this.#folder, key + entrySuffix);
  }
}

/** Its folder is there for all but the first of a template's images. */
async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ignoreAbsent(error);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await work();
  }
}

function ignoreAbsent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
