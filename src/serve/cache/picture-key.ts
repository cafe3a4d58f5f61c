import { createHash } from 'node:crypto';
import type { StoreKey } from './stores/store.ts';

/** Before the keys of pictures. No template can be called so, for its name has no such sign. */
const room = '@img/';
/** Of Netlify's Blobs 600, of a file system a part 255; some of it belongs to the rest. */
const maxPathBytes = 400;
const digestLength = 22;

export interface PictureOfKey {
  /** The path of the original, or what stands for one that is too long. */
  readonly image: string;
  /** The name of its size. */
  readonly variant: string;
}

/** How a picture is called in keys and tags: by its path, or by a hash of one that is too long. */
export function pictureName(path: string): string {
  if (Buffer.byteLength(path) <= maxPathBytes) return path;
  return `~${createHash('sha256').update(JSON.stringify(path)).digest('base64url').slice(0, digestLength)}`;
}

/** Before the keys of all sizes of a picture. */
export function picturePrefix(path: string): string {
  return `${room}${pictureName(path)}/`;
}

/** Which picture in which size is under `@img/<path>/<size>/<hash>.<format>`; nothing where it is none. */
export function pictureOfKey(key: StoreKey): PictureOfKey | undefined {
  const [, image, variant] = /^@img\/(.+)\/([^/]+)\/[^/]+$/s.exec(key) ?? [];
  return image === undefined || variant === undefined ? undefined : { image, variant };
}
