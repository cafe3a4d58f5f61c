import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import { type StoreKey, storeKey } from '../cache/stores/store.ts';
import type { CachedImage } from '../cache/entry.ts';
import type { ImageCache } from '../cache/image-cache.ts';
import { renderDocument } from '../../card/document.ts';
import { furnish } from '../../card/furnish.ts';
import { illustrate } from '../../card/illustrate.ts';
import { cacheKey } from '../../card/key.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { sizesOf } from '../../card/sizes.ts';
import { type CardRequest, resolveCard } from '../../card/resolve.ts';
import { inTemplateTime } from '../../card/time-of-template.ts';
import { type ImageFormat, variants, type Viewport } from '../../card/variants.ts';
import type { Camera } from '../../camera/camera.ts';
import { abortable } from '../../system/abortable.ts';
import { CardstockError, ConfigError } from '../../errors.ts';
import type { Pictures } from '../../card/pictures/pictures.ts';
import { report } from '../../system/report.ts';
import { draw } from './draw.ts';

export interface PictureSize {
  /** Its name, and what it is: the template that was asked for may have a size of its own. */
  readonly variant: string;
  readonly viewport: Viewport;
  readonly format: ImageFormat;
}

export interface FallbackPicture {
  readonly bytes: Buffer;
  readonly format: CachedImage['format'];
}

/** The site's card in one size: where it would be kept, and how to have it there. */
interface Order {
  readonly key: StoreKey;
  readonly photograph: () => Promise<unknown>;
}

interface Means {
  /** The site's own card for such times, `OG_FALLBACK`. */
  readonly card: CardRequest | undefined;
  readonly templates: TemplateRegistry;
  readonly pictures: Pictures;
  readonly cache: ImageCache;
  readonly camera: () => Promise<Camera>;
}

/** Where the card is kept does not change but with its pictures: who fails together asks once. */
const orderMs = 60_000;

/** A picture of it may have to be fetched, or its template be a slow one. */
const patienceMs = 2_000;

const usual: PictureSize = { variant: 'og', viewport: variants.og, format: 'jpeg' };

/**
 * The picture for when a card cannot be made: the site's own fallback card where it is at
 * hand, else a drawing that needs no browser.
 *
 * Whoever meets the failure never waits for a browser: a fallback card that is not in the
 * cache is photographed behind their back, for the next one.
 */
export class FallbackPictures {
  readonly #means: Means;
  readonly #drawings = new Map<string, Promise<Buffer>>();
  readonly #orders = new LRUCache<string, Promise<Order | undefined>>({ max: 50, ttl: orderMs });

  constructor(means: Means) {
    this.#means = means;
  }

  async picture(size: PictureSize): Promise<FallbackPicture> {
    const card = await this.#kept(size).catch((error: unknown) => {
      report('the fallback card could not be had:', error);
      return undefined;
    });
    return card ?? this.drawn(size);
  }

  /** The drawing alone: no cache is read and nothing is photographed for it. */
  async drawn(size: PictureSize = usual): Promise<FallbackPicture> {
    const { width, height, deviceScaleFactor } = size.viewport;
    const name = `${width} ${height} ${deviceScaleFactor} ${size.format}`;
    let drawing = this.#drawings.get(name);
    if (!drawing) {
      drawing = draw(size.viewport, size.format);
      this.#drawings.set(name, drawing);
      drawing.catch(() => this.#drawings.delete(name));
    }
    return { bytes: await drawing, format: size.format };
  }

  /**
   * Photographs the fallback card in the usual size, so that it is at hand.
   *
   * @throws {ConfigError} `OG_FALLBACK` is not a valid card.
   * @throws {CardstockError} it could not be made.
   */
  async prepare(): Promise<void> {
    try {
      const order = await this.#order(usual);
      await order?.photograph();
    } catch (error) {
      if (!(error instanceof CardstockError) || error.status >= 500) throw error;
      throw new ConfigError(`OG_FALLBACK is no card: ${error.publicMessage}`);
    }
  }

  async #kept(size: PictureSize): Promise<FallbackPicture | undefined> {
    const order = await abortable(this.#order(size), AbortSignal.timeout(patienceMs));
    if (!order) return undefined;
    const kept = await this.#means.cache.get(order.key);
    if (!kept) order.photograph().catch(() => {}); // whoever fails next tries again
    return kept;
  }

  #order(size: PictureSize): Promise<Order | undefined> {
    const name = JSON.stringify(size);
    const known = this.#orders.get(name);
    if (known) return known;
    const order = this.#makeOrder(size);
    this.#orders.set(name, order);
    order.catch(() => this.#orders.delete(name));
    return order;
  }

  async #makeOrder({ variant, viewport, format }: PictureSize): Promise<Order | undefined> {
    const { card: request, templates, pictures, cache, camera } = this.#means;
    if (!request) return undefined;
    const own = sizesOf(templates.get(request.template))[variant];
    if (!own || !isDeepStrictEqual(own, viewport)) return undefined; // it has no such size
    const asked = await resolveCard({ ...request, variant, format }, templates);
    const { card } = await illustrate(asked, pictures);
    const { document } = await furnish(
      inTemplateTime(() => renderDocument(card), card.template),
      pictures,
    );
    const studio = await camera();
    const key = storeKey(card, cacheKey(document, format, studio.engine));
    const photograph = () => cache.getOrRender(key, (signal) => studio.take(document, format, signal));
    return { key, photograph };
  }
}
