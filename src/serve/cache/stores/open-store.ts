import type { CacheSettings } from '../settings.ts';
import { DiskStore } from './disk-store.ts';
import { NetlifyBlobStore } from './netlify-blob-store.ts';
import type { Store } from './store.ts';

/** The store that the settings name; memory alone where they name none. */
export function openStore(settings: CacheSettings): Store | undefined {
  switch (settings.store) {
    case 'disk':
      return new DiskStore({ folder: settings.cacheFolder, maxBytes: settings.cacheMegabytes * 1_000_000 });
    case 'netlify-blobs':
      return new NetlifyBlobStore(settings.netlifyAccess);
    case 'none':
      return undefined;
  }
}
