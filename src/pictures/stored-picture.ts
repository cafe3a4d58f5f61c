import { createHash } from 'node:crypto';
import { picturePrefix } from '../serve/cache/picture-key.ts';
import type { StoreKey } from '../serve/cache/stores/store.ts';

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

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
