import type { HitCounts, Store, StoreKey } from '../../../../src/serve/cache/stores/store.ts';

/** What reached a store. */
export function watched(store: Store) {
  const calls = { get: [] as StoreKey[], set: [] as StoreKey[], delete: [] as StoreKey[] };
  const recorded: HitCounts[] = [];
  const watchedStore: Store = {
    description: store.description,
    get(key) {
      calls.get.push(key);
      return store.get(key);
    },
    set(key, value) {
      calls.set.push(key);
      return store.set(key, value);
    },
    delete(key) {
      calls.delete.push(key);
      return store.delete(key);
    },
    list: () => store.list(),
    recordHits(counts) {
      recorded.push(counts);
      return store.recordHits?.(counts) ?? Promise.resolve();
    },
  };
  return { store: watchedStore, calls, recorded };
}

/** A store in memory, some of whose methods a test replaces. */
export function fakeStore(overrides: Partial<Store> = {}, values = new Map<StoreKey, Buffer>()): Store {
  return {
    description: 'fake',
    get: (key) => Promise.resolve(values.has(key) ? Buffer.from(values.get(key)!) : undefined),
    set: (key, value) => Promise.resolve(void values.set(key, Buffer.from(value))),
    delete: (key) => Promise.resolve(void values.delete(key)),
    async *list() {
      for (const key of await Promise.resolve([...values.keys()])) yield { key };
    },
    ...overrides,
  };
}

export async function keysOf(store: Store): Promise<StoreKey[]> {
  const keys: StoreKey[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.toSorted();
}

/** What all images of a store take together. */
export async function bytesOf(store: Store): Promise<number> {
  let sum = 0;
  for await (const { bytes } of store.list()) sum += bytes ?? 0;
  return sum;
}
