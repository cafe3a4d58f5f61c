import ms, { type StringValue } from 'ms';
import { openStore } from '../serve/cache/stores/open-store.ts';
import { openCdns } from '../serve/cache/cdn/open-cdns.ts';
import { purgeCache, type PurgeReport } from '../serve/cache/purge-cache.ts';
import { checkTag } from '../serve/cache/tags.ts';
import { subjectOf } from '../serve/cache/subject.ts';
import type { Store, StoreKey } from '../serve/cache/stores/store.ts';
import { checkPicturePath } from '../pictures/path.ts';
import { type Config, readConfig } from '../config.ts';
import { CardstockError, ConfigError, InvalidParameterError, StoreFailedError } from '../errors.ts';
import { tell } from './tell-error.ts';
import { plural } from '../system/plural.ts';

export interface PurgeOptions {
  image?: string;
  template?: string;
  variant?: string;
  tag?: string;
  olderThan?: string;
  /** Whether CDNs are told. */
  cdn: boolean;
}

/** Shows what is in the store and how often it helped. */
export async function showCache(): Promise<void> {
  await withStore(show);
}

async function show(store: Store, config: Config): Promise<void> {
  const groups = new Map<string, { entries: number; bytes: number }>();
  for await (const { key, bytes = 0 } of store.list()) {
    const name = groupOf(key);
    const group = groups.get(name) ?? { entries: 0, bytes: 0 };
    groups.set(name, { entries: group.entries + 1, bytes: group.bytes + bytes });
  }
  const all = [...groups.values()];
  const entries = all.reduce((sum, group) => sum + group.entries, 0);
  const bytes = all.reduce((sum, group) => sum + group.bytes, 0);
  console.log(`store     ${store.description}`);
  console.log(`entries   ${entries}`);
  if (config.store === 'disk') console.log(`size      ${megabytes(bytes)} of ${config.cacheMegabytes} MB`);
  else if (bytes > 0) console.log(`size      ${megabytes(bytes)}`);
  console.log(`hit rate  ${await hitRate(store)}`);
  for (const [name, group] of [...groups].sort()) {
    console.log(`  ${name}: ${group.entries}${group.bytes ? `, ${megabytes(group.bytes)}` : ''}`);
  }
}

function groupOf(key: StoreKey): string {
  const { template, image, variant = 'its own size' } = subjectOf(key) ?? {};
  if (image !== undefined) return `pictures  ${variant}`;
  return template === undefined ? 'named by a hash' : `${template}  ${variant}`;
}

/**
 * Removes images, all of them or those that fit every option given, here and from every CDN
 * there is; exits with 1 where a CDN still has them.
 */
export async function purgeImages({ olderThan, cdn, ...filter }: PurgeOptions): Promise<void> {
  const olderThanMs = olderThan === undefined ? undefined : readDuration(olderThan);
  if (filter.image !== undefined) checkPicturePath(filter.image, 'image');
  if (filter.tag !== undefined) checkTag(filter.tag);
  const config = readConfig(process.env, { allowUnsigned: true }); // nothing is served
  const store = openStore(config);
  const cdns = cdn ? openCdns(config) : [];
  if (!store && cdns.length === 0) throw noStore();
  const report = await storeErrors(purgeCache({ ...filter, olderThanMs }, { store, cdns, config }));
  console.log(`removed ${plural(report.removed, 'image')}`);
  if (olderThan !== undefined && cdns.length > 0)
    console.log('no CDN was told: none can tell how old an image is');
  tellOfCdns(report);
}

function tellOfCdns({ purged, failures }: PurgeReport): void {
  for (const name of purged) console.log(`purged  ${name}`);
  for (const { message } of failures) tell(message);
  if (failures.length > 0) process.exitCode = 1;
}

/** @throws {StoreFailedError} whatever it is that the store says. */
async function withStore(work: (store: Store, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env, { allowUnsigned: true }); // nothing is served
  const store = openStore(config);
  if (!store) throw noStore();
  await storeErrors(work(store, config));
}

function noStore(): ConfigError {
  return new ConfigError('CARDSTOCK_STORE is none: images are kept in memory only.');
}

async function storeErrors<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw error instanceof CardstockError ? error : new StoreFailedError(error);
  });
}

async function hitRate(store: Store): Promise<string> {
  if (!store.readHits) return 'not counted by this store';
  const { hits, misses } = await store.readHits();
  const all = hits + misses;
  return all === 0 ? 'no requests yet' : `${((100 * hits) / all).toFixed(1)} % of ${all} requests`;
}

function readDuration(text: string): number {
  const duration = ms(text as StringValue) as number | undefined;
  if (duration === undefined || duration < 0) {
    throw new InvalidParameterError('older-than', `unknown value "${text}"`, ['30d', '12h', '90m']);
  }
  return duration;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
