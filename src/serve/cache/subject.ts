import { type CardOfKey, cardOfKey } from './card-of-key.ts';
import { type PictureOfKey, pictureOfKey } from './picture-key.ts';
import type { StoreKey } from './stores/store.ts';

/** What an image shows: a card of ours, or a size of a picture of the site's own. */
export type Subject = Partial<CardOfKey> & Partial<PictureOfKey>;

/** As a key tells it; nothing where it does not. */
export function subjectOf(key: StoreKey): Subject | undefined {
  return pictureOfKey(key) ?? cardOfKey(key);
}
