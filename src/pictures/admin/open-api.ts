import { type CdnSettings, openCdns } from '../../serve/cache/cdn/open-cdns.ts';
import type { PurgeServices } from '../../serve/cache/purge-cache.ts';
import type { CacheSettings } from '../../serve/cache/settings.ts';
import { openStore } from '../../serve/cache/stores/open-store.ts';
import type { ClientLimit } from '../../serve/http/client-limit.ts';
import type { ServeSettings } from '../../serve/settings.ts';
import { PictureLibrary } from '../library.ts';
import { openOriginals } from '../originals/open-originals.ts';
import type { PictureSettings } from '../settings.ts';
import { StorePurge } from '../store-purge.ts';
import { ByteBudget } from '../uploads/byte-budget.ts';
import { openClaims } from '../uploads/open-claims.ts';
import { signingSecrets } from '../uploads/signing-secrets.ts';
import { sweeping } from '../uploads/sweep.ts';
import { openGuard } from './guard.ts';
import type { ApiServices } from './services.ts';

/** What all uploads of a process may hold at once: five of the largest. */
const heldBytes = 100_000_000;

export type ApiConfig = ServeSettings & PictureSettings & CacheSettings & CdnSettings;

export interface ApiOptions {
  readonly limit?: ClientLimit | undefined;
  /** What of this process is purged as well. */
  readonly memory?: PurgeServices['memory'];
}

/** @param config With administrators and a place for pictures: the settings are not valid otherwise. */
export function openApi(config: ApiConfig, { limit, memory }: ApiOptions): ApiServices {
  const { pictures = '', s3Endpoint } = config;
  const purge = new StorePurge({ memory, store: openStore(config), cdns: openCdns(config), config });
  const claims = openClaims(pictures, { s3Endpoint });
  return {
    config,
    guard: openGuard(config),
    purge,
    limit,
    library: new PictureLibrary(openOriginals(pictures, { s3Endpoint }), purge),
    claims,
    sweep: sweeping(claims),
    secrets: signingSecrets(config),
    budget: new ByteBudget(heldBytes),
  };
}
