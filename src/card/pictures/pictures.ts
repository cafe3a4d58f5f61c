import { LRUCache } from 'lru-cache';
import { Flights } from '../../system/flights.ts';
import { hashed } from '../../system/hashed.ts';
import { oneLine } from '../../system/one-line.ts';
import { ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import { pictureSettled } from './events.ts';
import type { ReencodeOptions } from './reencode.ts';
import { resolveImage, type ResolveImageOptions } from './resolve-image.ts';

/** Where pictures may come from. */
export type PictureSources = Pick<ResolveImageOptions, 'allowedHosts' | 'rootFolder' | 'network'>;

/** `isOwn`: data URLs are the owner's too, and may hold any kind of picture. */
export type GetPictureOptions = Pick<ResolveImageOptions, 'isOwn'>;

type PictureError = ImageNotAllowedError | ImageUnavailableError;

/** A picture, or why there is none: an error itself holds its stack and what it was caused by. */
type Kept = { readonly url: string; readonly freshUntil: number } | { readonly again: () => PictureError };

const keptBytes = 32_000_000;
const freshMs = 3_600_000;
/** A picture of yesterday is better than a card that waits for today's. */
const keptMs = 86_400_000;
/** A host that is down costs one card its three seconds, and not every card. */
const failureKeptMs = 60_000;
const lastingFailureKeptMs = 600_000;
/** What an entry takes beside its picture: its key is a hash, whatever the source was. */
const entryBytes = 400;

/**
 * The pictures of cards, each fetched and encoded anew once an hour at most, and once for all
 * who ask at the same time. Nobody waits for one that is known.
 */
export class Pictures {
  readonly #sources: PictureSources;
  readonly #report: (problem: string) => void;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: keptBytes,
    sizeCalculation: (kept) => entryBytes + ('url' in kept ? kept.url.length : 0),
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
    const key = hashed(`${maxPixelsSide} ${options.isOwn ? 'own ' : ''}${source}`);
    const kept = this.#kept.get(key);
    if (kept && 'again' in kept) throw kept.again();
    const fetch = () => this.#fetch(key, source, { ...options, maxPixelsSide });
    if (!kept) return (await this.#flights.join(key, fetch)).value;
    if (kept.freshUntil < Date.now()) this.#flights.join(key, fetch).catch(() => {}); // the old one stays
    return kept.url;
  }

  async #fetch(key: string, source: string, options: ReencodeOptions): Promise<string> {
    try {
      const path = source.replace(/^\/(?!\/)/, ''); // pages write their paths from the root
      const url = await resolveImage(path, { ...this.#sources, ...options });
      this.#kept.set(key, { url, freshUntil: Date.now() + freshMs });
      pictureSettled.publish({ outcome: 'fetched' });
      return url;
    } catch (error) {
      if (error instanceof ImageUnavailableError || error instanceof ImageNotAllowedError) {
        if (!this.#kept.has(key)) this.#kept.set(key, { again: copyOf(error) }, { ttl: keptMsOf(error) });
        pictureSettled.publish({ outcome: error.code });
        this.#report(oneLine(`a picture could not be had: ${nameOf(source)}: ${error.reason}`));
      }
      throw error;
    }
  }
}

function copyOf(error: PictureError): () => PictureError {
  const { reason } = error;
  if (error instanceof ImageNotAllowedError) return () => new ImageNotAllowedError(reason);
  const { isLasting } = error;
  return () => new ImageUnavailableError(reason, undefined, { isLasting });
}

function keptMsOf(error: PictureError): number {
  const isLasting = error instanceof ImageNotAllowedError || error.isLasting;
  return isLasting ? lastingFailureKeptMs : failureKeptMs;
}

/** For a log: a query may hold the key to the picture, and a source whatever a stranger wrote. */
function nameOf(source: string): string {
  const [name = ''] = source.split(/[?#,]/, 1);
  return name.slice(0, 200);
}
