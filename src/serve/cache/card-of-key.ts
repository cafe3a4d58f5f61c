import { sealedCardOf } from '../url/picture-name.ts';
import type { StoreKey } from './stores/store.ts';

export interface CardOfKey {
  readonly template: string;
  /** Absent where it is the template's own. */
  readonly variant?: string | undefined;
}

/** Whose picture it is; nothing where it lies under a path that does not tell, as those of built sites do. */
export function cardOfKey(key: StoreKey): CardOfKey | undefined {
  if (key.startsWith('/')) return sealedCardOf(key.slice(key.lastIndexOf('/') + 1));
  const [template = '', variant] = key.split('/');
  return { template, variant };
}
