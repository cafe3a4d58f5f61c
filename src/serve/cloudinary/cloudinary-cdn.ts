import { CdnPurgeError } from '../../errors.ts';
import type { Cdn, CdnPurge } from '../cache/cdn/cdn.ts';
import { shortenPaths } from '../cache/cdn/shorten-paths.ts';
import type { ServeSettings } from '../settings.ts';
import { onSite } from '../url/sealed-url.ts';
import { explain } from './account.ts';
import type { CloudinaryAccount } from './read-account.ts';
import { loadSdk } from './sdk.ts';
import type { CloudinarySettings } from './settings.ts';

export type CloudinaryCdnSettings = Pick<CloudinarySettings, 'cloudinaryCarrier'> &
  Pick<ServeSettings, 'siteUrl' | 'paths' | 'basePath'>;

/** Each is a call of the Admin API, of which a free account has 500 an hour. */
const mostPaths = 10;

interface Deletion {
  readonly partial?: boolean;
  readonly next_cursor?: string;
}

/**
 * What Cloudinary keeps of ours, which goes by the beginnings of addresses: pictures that it has
 * fetched, and cards that it had made over the carrier, all of which go at once.
 */
export class CloudinaryCdn implements Cdn {
  readonly name: string;
  readonly #account: CloudinaryAccount;
  readonly #settings: CloudinaryCdnSettings;

  constructor(account: CloudinaryAccount, settings: CloudinaryCdnSettings) {
    this.name = `Cloudinary, ${account.cloud_name}`;
    this.#account = account;
    this.#settings = settings;
  }

  async purge({ paths }: CdnPurge): Promise<void> {
    const { cloudinaryCarrier, paths: mounted } = this.#settings;
    const starts = shortenPaths(paths, mostPaths).map((path) => path.replace(/\*$/, ''));
    const { api } = await loadSdk();
    for (const start of starts) {
      const prefix = onSite(start, this.#settings);
      await this.#each((options) => api.delete_resources_by_prefix(prefix, { ...options, type: 'fetch' }));
    }
    if (!starts.some((start) => isPartOf(start, mounted.sealed))) return;
    await this.#each((options) =>
      api.delete_resources([cloudinaryCarrier], { ...options, type: 'upload', keep_original: true }),
    );
  }

  /** A thousand at a time are deleted; the answer says whether there are more. */
  async #each(deleteSome: (options: object) => Promise<Deletion>): Promise<void> {
    let cursor: string | undefined;
    do {
      const options = { ...this.#account, invalidate: true, ...(cursor && { next_cursor: cursor }) };
      const { partial, next_cursor } = await deleteSome(options).catch((error: unknown) => {
        const { message, cause } = explain('did not forget them', error);
        throw new CdnPurgeError(this.name, message.replace(/\.$/, ''), cause);
      });
      cursor = partial ? next_cursor : undefined;
    } while (cursor !== undefined);
  }
}

/** Either way round. */
function isPartOf(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
