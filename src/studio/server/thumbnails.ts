import { LRUCache } from 'lru-cache';
import type { CardRequest } from '../../card/resolve.ts';
import type { Drawer } from './drawer.ts';

/** Twice what it is shown at, for screens with two pixels in one. */
const widthPx = 480;
const keptBytes = 8_000_000;

/** Small pictures of examples: a page of them in full size would be megabytes. */
export class Thumbnails {
  readonly #drawer: Drawer;
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => length,
  });

  constructor(drawer: Drawer) {
    this.#drawer = drawer;
  }

  /** @throws {CardstockError} as {@link Drawer.draw} does. */
  async of(example: Omit<CardRequest, 'props'>, signal: AbortSignal): Promise<Buffer> {
    const { bytes, facts } = await this.#drawer.draw({ ...example, props: {} }, signal);
    const kept = this.#kept.get(facts.key);
    if (kept) return kept;
    const { default: sharp } = await import('sharp');
    const small = await sharp(bytes).resize({ width: widthPx }).jpeg({ quality: 82 }).toBuffer();
    this.#kept.set(facts.key, small);
    return small;
  }
}
