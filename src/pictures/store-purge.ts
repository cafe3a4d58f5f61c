import { purge } from '../serve/cache/purge.ts';
import type { Store } from '../serve/cache/stores/store.ts';
import { InvalidParameterError } from '../errors.ts';
import type { PicturePurge, PurgeOutcome } from './purge.ts';

/** What is kept in the store of images; memory alone is no store. */
export class StorePurge implements PicturePurge {
  readonly #store: Store | undefined;

  constructor(store: Store | undefined) {
    this.#store = store;
  }

  image(): Promise<PurgeOutcome> {
    return Promise.resolve({ removed: 0 });
  }

  async tag(tag: string): Promise<PurgeOutcome> {
    const [, kind, name] = /^(template|variant)-(.+)$/.exec(tag) ?? [];
    if (kind === undefined) {
      throw new InvalidParameterError('tag', 'is none of ours', ['template-<name>', 'variant-<name>']);
    }
    return { removed: this.#store ? await purge(this.#store, { [kind]: name }) : 0 };
  }
}
