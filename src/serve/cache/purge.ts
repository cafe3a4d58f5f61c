import { unpackEntry } from './entry.ts';
import type { Store, StoreKey } from './stores/store.ts';

/** Which images to remove: those that fit everything that is given. */
export interface PurgeFilter {
  readonly template?: string | undefined;
  readonly variant?: string | undefined;
  /** Since they were made. */
  readonly olderThanMs?: number | undefined;
}

/** Removes images from a store and tells how many. What can no longer be read counts as old. */
export async function purge(store: Store, { template, variant, olderThanMs }: PurgeFilter): Promise<number> {
  let removed = 0;
  for await (const { key } of store.list()) {
    const [keyTemplate, keyVariant] = key.split('/');
    if (template !== undefined && keyTemplate !== template) continue;
    if (variant !== undefined && keyVariant !== variant) continue;
    if (olderThanMs !== undefined && (await ageMs(store, key)) < olderThanMs) continue;
    await store.delete(key);
    removed += 1;
  }
  return removed;
}

async function ageMs(store: Store, key: StoreKey): Promise<number> {
  const file = await (store.peek ? store.peek(key) : store.get(key));
  const image = file && unpackEntry(file);
  return image ? Date.now() - image.createdAt : Infinity;
}
