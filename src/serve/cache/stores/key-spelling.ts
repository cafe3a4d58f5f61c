import type { StoreKey } from './store.ts';

/** As headers take it, which is ASCII alone. */
export function spelledInAscii(key: StoreKey): string {
  return key.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent);
}

/** No key has a `%`: one that does was spelled for a header or a URL, or is none of ours. */
export function spelledPlainly(key: string): StoreKey {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
