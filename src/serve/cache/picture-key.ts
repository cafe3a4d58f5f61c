import type { StoreKey } from './stores/store.ts';

/** Behind it comes the path of a picture, in a store as in a URL. */
export const picturePrefix = 'img/';

export interface PictureOfKey {
  /** The path of the original. */
  readonly image: string;
  /** The name of its size. */
  readonly variant: string;
}

/**
 * `img/<path>/<variant>/<version>.<extension>`: a picture in a size, under the path of its
 * original. A path has an end of its own, so a card of a template called "img" is none.
 */
export function pictureKey({ image, variant }: PictureOfKey, versionedName: string): StoreKey {
  return `${picturePrefix}${image}/${variant}/${versionedName}`;
}

/** Which picture it is, in which size; nothing where it is none. */
export function pictureOfKey(key: StoreKey): PictureOfKey | undefined {
  const [, image, variant] = /^img\/(.+)\/([^/]+)\/[^/]+$/s.exec(key) ?? [];
  return image === undefined || variant === undefined ? undefined : { image, variant };
}
