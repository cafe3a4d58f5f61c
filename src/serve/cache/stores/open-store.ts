import type { ServeSettings } from '../../settings.ts';
import type { CacheSettings } from '../settings.ts';
import { DiskStore } from './disk-store.ts';
import { NetlifyBlobStore } from './netlify-blob-store.ts';
import { readS3Place } from './s3-place.ts';
import { S3Store } from './s3-store.ts';
import type { Store } from './store.ts';

/** Below the time that the cache gives a store: who knows what went wrong shall say so. */
const s3TimeoutMs = 1_800;

/** The store that the settings name; memory alone where they name none. */
export function openStore(settings: CacheSettings & Pick<ServeSettings, 'paths'>): Store | undefined {
  switch (settings.store) {
    case 'disk':
      return new DiskStore({ folder: settings.cacheFolder, maxBytes: settings.cacheMegabytes * 1_000_000 });
    case 'netlify-blobs':
      return new NetlifyBlobStore(settings.netlifyAccess);
    case 'none':
      return undefined;
    default:
      return new S3Store({
        ...readS3Place(settings.store)!,
        endpoint: settings.s3Endpoint,
        sealed: settings.paths.sealed,
        timeoutMs: s3TimeoutMs,
      });
  }
}
