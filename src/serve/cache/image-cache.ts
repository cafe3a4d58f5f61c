import { LRUCache } from 'lru-cache';
import type { ScreenshotTimings } from '../../camera/camera.ts';
import { type CachedImage, type MadeImage, packEntry, unpackEntry } from './entry.ts';
import { Flights } from '../../system/flights.ts';
import { storeFailed } from './events.ts';
import { PatientStore } from './patient-store.ts';
import type { HitCounts, Release, Store, StoreKey } from './stores/store.ts';
import { takeTurn } from './take-turn.ts';

/** An image, and how it came. */
export interface CachedCard {
  readonly image: CachedImage;
  /** `shared`: photographed for another request that asked at the same time. */
  readonly origin: 'memory' | 'store' | 'rendered' | 'shared';
  readonly isStored: boolean;
  /** What photographing took, for the request that had it done. */
  readonly timings?: ScreenshotTimings | undefined;
}

/** An image that was made before. */
export interface KeptImage {
  readonly image: CachedImage;
  readonly origin: 'memory' | 'store';
}

export interface ImageCacheOptions {
  readonly memoryBytes: number;
  /** A store that takes longer is done without. */
  readonly storeTimeoutMs?: number;
  /** How long other processes on the store wait for one that makes the same image. */
  readonly leaseMs?: number;
}

/** Who asks for an image, and how. */
export interface AskOptions {
  /** Of the URL that shows the image for good, if one does. */
  readonly path?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Render = (signal: AbortSignal) => Promise<MadeImage>;

const recordEveryMs = 10_000;
const probeKey = 'probe/og/none.jpg';

/**
 * The write-through cache: memory over a store, and one flight for all who ask for the same
 * card at the same time.
 *
 * A store that fails costs a render and never a request. A render that fails is told to those
 * who waited for it and then forgotten.
 */
export class ImageCache {
  readonly #memory: LRUCache<StoreKey, CachedImage>;
  readonly #store: PatientStore;
  readonly #leaseMs: number;
  readonly #flights = new Flights<CachedCard>();
  readonly #releasing = new Set<Promise<void>>();
  readonly #recorder: NodeJS.Timeout;
  #counts: HitCounts = { hits: 0, misses: 0 };

  constructor(
    store: Store | undefined,
    { memoryBytes, storeTimeoutMs = 2_000, leaseMs = 5_000 }: ImageCacheOptions,
  ) {
    this.#store = new PatientStore(store, storeTimeoutMs);
    this.#leaseMs = leaseMs;
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
  async getOrRender(key: StoreKey, render: Render, { path, signal }: AskOptions = {}): Promise<CachedCard> {
    const kept = this.#memory.get(key);
    if (kept) return this.#count({ image: kept, origin: 'memory', isStored: true });
    const { value, isFirst } = await this.#flights.join(
      key,
      (left) => this.#fetch(key, render, { path, signal: left }),
      signal,
    );
    if (isFirst || value.origin === 'store') return this.#count(value);
    return this.#count({ image: value.image, origin: 'shared', isStored: value.isStored });
  }

  /** The image under a key if there is one; never photographs. */
  async get(key: StoreKey): Promise<CachedImage | undefined> {
    return (await this.look(key))?.image;
  }

  /** The same, and where it was. */
  async look(key: StoreKey): Promise<KeptImage | undefined> {
    const kept = this.#memory.get(key);
    if (kept) return { image: kept, origin: 'memory' };
    const stored = await this.#read(key);
    return stored && { image: stored, origin: 'store' };
  }

  /** Whether the store has an image, which others then have too. */
  async has(key: StoreKey, path?: string): Promise<boolean> {
    const answer = this.#store.read(async (store) =>
      store.has ? store.has(key, path) : (await store.get(key, path)) !== undefined,
    );
    return (await answer) ?? false;
  }

  /** @throws the store does not answer, or not in time. */
  async probe(): Promise<void> {
    try {
      await this.#store.insist((store) => store.get(probeKey));
    } catch (error) {
      storeFailed.publish({ error }); // counts where no card asks, too
      throw error;
    }
  }

  /** @throws the store cannot be written to, or not in time. */
  async probeWriting(): Promise<void> {
    await this.#store.insist(async (store) => (await store.claim?.(probeKey, 0))?.());
  }

  /** Writes down what was counted, and leaves nothing that says an image were being made. */
  async close(): Promise<void> {
    clearInterval(this.#recorder);
    await Promise.all([this.#record(), ...this.#releasing]);
  }

  async #fetch(key: StoreKey, render: Render, { path, signal }: AskOptions & { signal: AbortSignal }) {
    const look = () => this.#read(key, path);
    const found = await look();
    if (found) return fromStore(found);
    const { image, release } = await takeTurn(this.#store, key, { leaseMs: this.#leaseMs, look, signal });
    if (image) return fromStore(image);
    try {
      return await this.#render(key, render, { path, signal });
    } finally {
      if (release) this.#release(release);
    }
  }

  /** Nobody waits for it: the image is there, and whoever looks finds it. */
  #release(release: Release): void {
    const releasing = this.#store.write(release).finally(() => this.#releasing.delete(releasing));
    this.#releasing.add(releasing);
  }

  async #render(
    key: StoreKey,
    render: Render,
    { path, signal }: AskOptions & { signal: AbortSignal },
  ): Promise<CachedCard> {
    const { timings, ...screenshot } = await render(signal);
    const made = { ...screenshot, createdAt: Date.now() };
    this.#memory.set(key, made);
    const written = await this.#write(key, made, path);
    return { image: written?.first ?? made, origin: 'rendered', isStored: written !== undefined, timings };
  }

  /** What is in memory alone; a store keeps what it has. */
  forget(isMeant: (key: StoreKey) => boolean): void {
    for (const key of [...this.#memory.keys()]) if (isMeant(key)) this.#memory.delete(key);
  }

  async #read(key: StoreKey, path?: string): Promise<CachedImage | undefined> {
    return this.#store.read(async (store) => {
      const file = await store.get(key, path);
      if (!file) return undefined;
      const image = unpackEntry(file);
      if (image) this.#memory.set(key, image);
      else await store.delete(key);
      return image;
    });
  }

  /** Who was first has the picture that all show; nothing where none could be written. */
  async #write(
    key: StoreKey,
    image: CachedImage,
    path?: string,
  ): Promise<{ first: CachedImage | undefined } | undefined> {
    return this.#store.write(async (store) => {
      const file = await store.set(key, packEntry(image), path);
      const first = file && unpackEntry(file);
      if (first) this.#memory.set(key, first);
      return { first };
    });
  }

  #count(card: CachedCard): CachedCard {
    if (card.origin === 'memory' || card.origin === 'store') this.#counts.hits += 1;
    else this.#counts.misses += 1;
    return card;
  }

  async #record(): Promise<void> {
    const { hits, misses } = this.#counts;
    if (hits + misses === 0) return;
    await this.#store.write((store) => {
      if (store.recordHits) this.#counts = { hits: 0, misses: 0 };
      return store.recordHits?.({ hits, misses });
    });
  }
}

function fromStore(image: CachedImage): CachedCard {
  return { image, origin: 'store', isStored: true };
}
