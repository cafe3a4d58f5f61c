import { LRUCache } from 'lru-cache';
import type { Screenshot, ScreenshotTimings } from '../../camera/camera.ts';
import { type CachedImage, packEntry, unpackEntry } from './entry.ts';
import { storeFailed } from './events.ts';
import { Flights } from '../../system/flights.ts';
import { report } from '../../system/report.ts';
import type { HitCounts, Store, StoreKey } from './stores/store.ts';

/** An image, and how it came. */
export interface CachedCard {
  readonly image: CachedImage;
  /** `shared`: photographed for another request that asked at the same time. */
  readonly origin: 'memory' | 'store' | 'rendered' | 'shared';
  readonly isStored: boolean;
  /** What photographing took, for the request that had it done. */
  readonly timings?: ScreenshotTimings;
}

export interface ImageCacheOptions {
  readonly memoryBytes: number;
  /** A store that takes longer is done without. */
  readonly storeTimeoutMs?: number;
}

type Render = (signal: AbortSignal) => Promise<Screenshot>;

const recordEveryMs = 10_000;
const complainEveryMs = 60_000;

/**
 * The write-through cache: memory over a store, and one flight for all who ask for the same
 * card at the same time.
 *
 * A store that fails costs a render and never a request. A render that fails is told to those
 * who waited for it and then forgotten.
 */
export class ImageCache {
  readonly #memory: LRUCache<StoreKey, CachedImage>;
  readonly #store: Store | undefined;
  readonly #storeTimeoutMs: number;
  readonly #flights = new Flights<CachedCard>();
  readonly #recorder: NodeJS.Timeout;
  #counts: HitCounts = { hits: 0, misses: 0 };
  #complainedAt = -Infinity;

  constructor(store: Store | undefined, { memoryBytes, storeTimeoutMs = 2_000 }: ImageCacheOptions) {
    this.#store = store;
    this.#storeTimeoutMs = storeTimeoutMs;
    this.#memory = new LRUCache({ maxSize: memoryBytes, sizeCalculation: ({ bytes }) => bytes.length || 1 });
    this.#recorder = setInterval(() => void this.#record(), recordEveryMs).unref();
  }

  /**
   * The image under a key, photographed if need be and kept for the next.
   *
   * `render` is told to stop when everybody who waits for it has left.
   *
   * @throws whatever `render` throws, or the reason of `signal`.
   */
  async getOrRender(key: StoreKey, render: Render, signal?: AbortSignal): Promise<CachedCard> {
    const kept = this.#memory.get(key);
    if (kept) return this.#count({ image: kept, origin: 'memory', isStored: true });
    const { value, isFirst } = await this.#flights.join(
      key,
      (left) => this.#fetch(key, render, left),
      signal,
    );
    if (isFirst || value.origin === 'store') return this.#count(value);
    return this.#count({ image: value.image, origin: 'shared', isStored: value.isStored });
  }

  /** The image under a key if there is one; never photographs. */
  async get(key: StoreKey): Promise<CachedImage | undefined> {
    return this.#memory.get(key) ?? (await this.#read(key));
  }

  /** @throws the store does not answer, or not in time. */
  async probe(): Promise<void> {
    await this.#inTime(async () => this.#store?.get('probe/og/none.jpg'));
  }

  /** Writes down what was counted. */
  async close(): Promise<void> {
    clearInterval(this.#recorder);
    await this.#record();
  }

  async #fetch(key: StoreKey, render: Render, signal: AbortSignal): Promise<CachedCard> {
    const found = await this.#read(key);
    if (found) return { image: found, origin: 'store', isStored: true };
    const { timings, ...screenshot } = await render(signal);
    const image = { ...screenshot, createdAt: Date.now() };
    this.#memory.set(key, image);
    const isStored = await this.#write(key, image);
    return { image, origin: 'rendered', isStored, timings };
  }

  async #read(key: StoreKey): Promise<CachedImage | undefined> {
    const store = this.#store;
    if (!store) return undefined;
    return this.#tolerant(async () => {
      const file = await store.get(key);
      if (!file) return undefined;
      const image = unpackEntry(file);
      if (image) this.#memory.set(key, image);
      else await store.delete(key);
      return image;
    });
  }

  async #write(key: StoreKey, image: CachedImage): Promise<boolean> {
    const store = this.#store;
    if (!store) return false;
    const written = await this.#tolerant(async () => {
      await store.set(key, packEntry(image));
      return true;
    });
    return written ?? false;
  }

  #count(card: CachedCard): CachedCard {
    if (card.origin === 'memory' || card.origin === 'store') this.#counts.hits += 1;
    else this.#counts.misses += 1;
    return card;
  }

  async #record(): Promise<void> {
    const { hits, misses } = this.#counts;
    const store = this.#store;
    if (hits + misses === 0 || !store?.recordHits) return;
    this.#counts = { hits: 0, misses: 0 };
    await this.#tolerant(() => store.recordHits!({ hits, misses }));
  }

  /** Whatever the store does, slowly or wrongly, the image is what counts. */
  async #tolerant<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await this.#inTime(work);
    } catch (error) {
      this.#complain(error);
      return undefined;
    }
  }

  async #inTime<Value>(work: () => Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new Error(`The image store took longer than ${this.#storeTimeoutMs} ms.`);
      timer = setTimeout(() => reject(error), this.#storeTimeoutMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A full disk fails every card; once a minute is enough for the log. */
  #complain(error: unknown): void {
    storeFailed.publish({ error });
    if (performance.now() - this.#complainedAt < complainEveryMs) return;
    this.#complainedAt = performance.now();
    report('the image store failed; cards are made without it:', error);
  }
}
