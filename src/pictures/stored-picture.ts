import { createHash } from 'node:crypto';
import type { StoreKey } from '../serve/cache/stores/store.ts';

/** Before the keys of pictures. No template can be called so, for its name has no such sign. */
const room = '@img/';
/** Of Netlify's Blobs 600, of a file system a part 255; some of it belongs to the rest. */
const maxPathBytes = 400;

/** Before the keys of all sizes of a picture. */
export function picturePrefix(path: string): string {
  const named = Buffer.byteLength(path) <= maxPathBytes ? path : `~${digest(path)}`;
  return `${room}${named}/`;
}

export interface PictureInStore {
  readonly path: string;
  /** Of its original. */
  readonly version: string;
  /** Name of the size, as in `md`. */
  readonly size: string;
  /** An ending, or the class of browsers that it was chosen for. */
  readonly format: string;
  /** Whatever else its pixels depend on. */
  readonly recipe: string;
}

/** `@img/<path>/<size>/<hash>.<format>`: what a person or a purge looks for comes first. */
export function pictureKey({ path, version, size, format, recipe }: PictureInStore): StoreKey {
  return `${picturePrefix(path)}${size}/${digest([path, version, size, format, recipe])}.${format}`;
}

/** Of which picture and size a key is; nothing where it is no picture's. */
export function pictureOfKey(key: StoreKey): { prefix: string; size: string } | undefined {
  const [, prefix, size] = /^(@img\/.+\/)([^/]+)\/[^/]+$/.exec(key) ?? [];
  return prefix === undefined || size === undefined ? undefined : { prefix, size };
}

/** By which a CDN forgets pictures: one of them in all sizes, one size of all, or all of them. */
export function pictureTags(path: string, size: string): string[] {
  return ['cardstock', 'img', `img-${digest(path)}`, `img-size-${size}`];
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
