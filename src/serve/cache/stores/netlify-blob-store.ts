import { getStore } from '@netlify/blobs';
import { spelledPlainly } from './key-spelling.ts';
import type { Store, StoreEntry, StoreKey } from './store.ts';

/** Reaching a site's store from outside Netlify, as the command line does. */
export interface NetlifyAccess {
  readonly siteID: string;
  readonly token: string;
}

/**
 * Images in Netlify Blobs, one store for all deploys of a site: a key names its design, so an
 * old deploy and a new one never mistake each other's images.
 */
export class NetlifyBlobStore implements Store {
  readonly description = 'Netlify Blobs, store "cardstock"';
  readonly #access: NetlifyAccess | undefined;

  constructor(access?: NetlifyAccess) {
    this.#access = access;
  }

  async get(key: StoreKey): Promise<Buffer | undefined> {
    const value = await this.#blobs().get(key, { type: 'arrayBuffer' });
    return value ? Buffer.from(value) : undefined;
  }

  async set(key: StoreKey, value: Buffer): Promise<undefined> {
    await this.#blobs().set(key, new Uint8Array(value).buffer);
  }

  async delete(key: StoreKey): Promise<void> {
    await this.#blobs().delete(key);
  }

  async *list(): AsyncIterable<StoreEntry> {
    for await (const { blobs } of this.#blobs().list({ paginate: true })) {
      for (const { key } of blobs) yield { key: spelledPlainly(key) };
    }
  }

  /** Asked for anew each time: on Netlify the token comes with the request and ends after it. */
  #blobs() {
    return getStore({ name: 'cardstock', ...this.#access });
  }
}
