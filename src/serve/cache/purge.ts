import { unpackEntry } from './entry.ts';
import { cardOfKey } from './card-of-key.ts';
import type { Store, StoreEntry, StoreKey } from './stores/store.ts';

/** Which images to remove: those that fit everything that is given. */
export interface PurgeFilter {
  readonly template?: string | undefined;
  readonly variant?: string | undefined;
  /** Since they were made. */
  readonly olderThanMs?: number | undefined;
}

const atOnce = 1_000;

/** Removes images from a store and tells how many. What can no longer be read counts as old. */
export async function purge(store: Store, filter: PurgeFilter): Promise<number> {
  let removed = 0;
  let doomed: StoreKey[] = [];
  const remove = async () => {
    if (store.deleteAll) await store.deleteAll(doomed);
    else for (const key of doomed) await store.delete(key);
    removed += doomed.length;
    doomed = [];
  };
  for await (const entry of store.list()) {
    if (!(await fits(store, entry, filter))) continue;
    doomed.push(entry.key);
    if (!store.deleteAll || doomed.length === atOnce) await remove();
  }
  await remove();
  return removed;
}

async function fits(
  store: Store,
  entry: StoreEntry,
  { template, variant, olderThanMs }: PurgeFilter,
): Promise<boolean> {
  if (template !== undefined || variant !== undefined) {
    const card = await cardOf(store, entry.key, variant !== undefined);
    if (template !== undefined && card?.template !== template) return false;
    if (variant !== undefined && card?.variant !== variant) return false;
  }
  return olderThanMs === undefined || (await ageMs(store, entry)) >= olderThanMs;
}

/** What a path does not tell, its object does. */
async function cardOf(store: Store, key: StoreKey, needsVariant: boolean) {
  const card = cardOfKey(key);
  if (card && (card.variant !== undefined || !needsVariant)) return card;
  const named = await store.keyOf?.(key);
  return named === undefined ? card : cardOfKey(named);
}

async function ageMs(store: Store, { key, storedAt }: StoreEntry): Promise<number> {
  if (storedAt !== undefined) return Date.now() - storedAt;
  const file = await (store.peek ? store.peek(key) : store.get(key));
  const image = file && unpackEntry(file);
  return image ? Date.now() - image.createdAt : Infinity;
}
