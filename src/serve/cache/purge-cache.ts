import { CdnPurgeError } from '../../errors.ts';
import type { Cdn } from './cdn/cdn.ts';
import { type PlaceSettings, purgeOf } from './cdn/purge-of.ts';
import type { ImageCache } from './image-cache.ts';
import { isNamed, purge, type PurgeFilter } from './purge.ts';
import { subjectOf } from './subject.ts';
import type { Store } from './stores/store.ts';

/** Where images are kept, near and far. */
export interface PurgeServices {
  /** Of this process; those of others forget by themselves, as they end. */
  readonly memory?: Pick<ImageCache, 'forget'> | undefined;
  readonly store: Store | undefined;
  readonly cdns: readonly Cdn[];
  readonly config: PlaceSettings;
}

export interface PurgeReport {
  /** Images of the store. */
  readonly removed: number;
  /** The names of those that forget them now. */
  readonly purged: readonly string[];
  /** Those that have them still. */
  readonly failures: readonly CdnPurgeError[];
}

/**
 * Removes images of cards and pictures that fit everything given: from the store first, for a CDN
 * that forgets asks there again, then from every CDN. One that fails keeps none of the others
 * from it. A purge by age stays here: a CDN cannot tell.
 */
export async function purgeCache(
  filter: PurgeFilter,
  { memory, store, cdns, config }: PurgeServices,
): Promise<PurgeReport> {
  const removed = store ? await purge(store, filter) : 0;
  memory?.forget((key) => isNamed(subjectOf(key), filter));
  const told = filter.olderThanMs === undefined ? cdns : [];
  const what = purgeOf(filter, config);
  const outcomes = await Promise.allSettled(told.map((cdn) => cdn.purge(what)));
  const failures = outcomes.flatMap((outcome, at) =>
    outcome.status === 'rejected' ? [asPurgeError(told[at]!, outcome.reason)] : [],
  );
  const purged = told.filter((_, at) => outcomes[at]!.status === 'fulfilled').map(({ name }) => name);
  return { removed, purged, failures };
}

function asPurgeError({ name }: Cdn, error: unknown): CdnPurgeError {
  return error instanceof CdnPurgeError ? error : new CdnPurgeError(name, (error as Error).message, error);
}
