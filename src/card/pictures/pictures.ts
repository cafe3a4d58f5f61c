import { LRUCache } from 'lru-cache';
import { Flights } from '../../system/flights.ts';
import { ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import { pictureSettled } from './events.ts';
import type { ReencodeOptions } from './reencode.ts';
import { resolveImage, type ResolveImageOptions } from './resolve-image.ts';

/** Where pictures may come from. */
export type PictureSources = Pick<ResolveImageOptions, 'allowedHosts' | 'rootFolder' | 'network'>;

/** `isOwn`: data URLs are the owner's too, and may hold any kind of picture. */
export type GetPictureOptions = Pick<ResolveImageOptions, 'isOwn'>;

type Kept = { url: string } | { error: ImageNotAllowedError | ImageUnavailableError };

const keptBytes = 32_000_000;
const keptMs = 3_600_000;
/** A host that is down costs one card its three seconds, and not every card. */
const failureKeptMs = 60_000;

/**
 * The pictures of cards, each fetched and encoded anew once an hour at most, and once for all
 * who ask at the same time.
 */
export class Pictures {
  readonly #sources: PictureSources;
  readonly #report: (problem: string) => void;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: keptBytes,
    sizeCalculation: (kept) => ('url' in kept ? kept.url.length : 100),
    ttl: keptMs,
  });
  readonly #flights = new Flights<string>();

  /** @param report Hears why a picture could not be had, which no stranger should. */
  constructor(sources: PictureSources, report: (problem: string) => void = () => {}) {
    this.#sources = sources;
    this.#report = report;
  }

  /**
   * A data URL of a sound picture, no side longer than `maxPixelsSide`.
   *
   * @throws {ImageNotAllowedError} who wrote the source must change it.
   * @throws {ImageUnavailableError} there is no picture there now.
   */
  async get(source: string, maxPixelsSide: number, options: GetPictureOptions = {}): Promise<string> {
    const key = `${maxPixelsSide} ${options.isOwn ? 'own ' : ''}${source}`;
    const kept = this.#kept.get(key);
    if (kept && 'error' in kept) throw kept.error;
    if (kept) return kept.url;
    const { value } = await this.#flights.join(key, () =>
      this.#fetch(key, source, { ...options, maxPixelsSide }),
    );
    return value;
  }

  async #fetch(key: string, source: string, options: ReencodeOptions): Promise<string> {
    try {
      const path = source.replace(/^\/(?!\/)/, ''); // pages write their paths from the root
      const url = await resolveImage(path, { ...this.#sources, ...options });
      this.#kept.set(key, { url });
      pictureSettled.publish({ outcome: 'fetched' });
      return url;
    } catch (error) {
      if (error instanceof ImageUnavailableError || error instanceof ImageNotAllowedError) {
        this.#kept.set(key, { error }, { ttl: failureKeptMs });
        pictureSettled.publish({ outcome: error.code });
        this.#report(`a picture could not be had: ${source.slice(0, 200)}: ${error.reason}`);
      }
      throw error;
    }
  }
}
