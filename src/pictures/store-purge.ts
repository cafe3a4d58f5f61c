import { purgeCache, type PurgeServices } from '../serve/cache/purge-cache.ts';
import type { PurgeFilter } from '../serve/cache/purge.ts';
import { checkTag } from '../serve/cache/tags.ts';
import type { PicturePurge, PurgeOutcome } from './purge.ts';

/** What is kept in the store of images, and in every CDN; memory alone is no store. */
export class StorePurge implements PicturePurge {
  readonly #services: PurgeServices;

  constructor(services: PurgeServices) {
    this.#services = services;
  }

  /** @throws {CdnPurgeError} a CDN has it still; what was removed elsewhere stays removed. */
  async image(image: string): Promise<PurgeOutcome> {
    return this.#purge({ image });
  }

  /**
   * @throws {InvalidParameterError} it is no tag of ours.
   * @throws {CdnPurgeError} as `image`.
   */
  async tag(tag: string): Promise<PurgeOutcome> {
    checkTag(tag);
    return this.#purge({ tag });
  }

  async #purge(filter: PurgeFilter): Promise<PurgeOutcome> {
    const { removed, failures } = await purgeCache(filter, this.#services);
    if (failures[0]) throw failures[0];
    return { removed };
  }
}
