import type { Config } from '../../../config.ts';
import { DiskStore } from './disk-store.ts';
import { NetlifyBlobStore } from './netlify-blob-store.ts';
import type { Store } from './store.ts';

/** The store that the settings name; memory alone where they name none. */
export function openStore(config: Config): Store | undefined {
  switch (config.store) {
    case 'disk':
      return new DiskStore({ folder: config.cacheFolder, maxBytes: config.cacheMegabytes * 1_000_000 });
    case 'netlify-blobs':
      return new NetlifyBlobStore(config.netlifyAccess);
    case 'none':
      return undefined;
  }
}
