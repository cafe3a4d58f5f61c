import { objectName } from '../../url/object-name.ts';
import { isPictureName } from '../../url/picture-name.ts';
import type { StoreKey } from './store.ts';

/** Images that no URL shows for good: those of readable addresses, of data, of designs of yesterday. */
const unaddressed = 'cards/';
/** Who makes which image now. */
const leases = 'leases/';
/** Where a built site has its images, whatever the server calls its own. */
const built = 'og/';
const maxKeyBytes = 1024;

/** What is called how in a bucket. */
export class S3Keys {
  readonly #prefix: string;
  /** What is listed and purged: a bucket may hold pictures that are none of ours. */
  readonly folders: readonly string[];

  constructor(prefix: string, sealed: string) {
    this.#prefix = prefix;
    const folders = new Set([unaddressed, sealed.replace(/^\/+/, ''), built]);
    this.folders = [...folders].map((folder) => prefix + folder);
  }

  /** Of a key as images are asked for, or as {@link keyOf} gave it. */
  objectOf(key: StoreKey): string {
    return key.startsWith('/') ? this.#prefix + key.slice(1) : `${this.#prefix}${unaddressed}${key}`;
  }

  /** Where the URL of an image leads without us; nothing where it has none, or the prefix leaves no room. */
  addressedOf(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const start = path.lastIndexOf('/') + 1;
    const object = this.#prefix + path.slice(0, start) + objectName(path.slice(start));
    return Buffer.byteLength(object) <= maxKeyBytes ? object : undefined;
  }

  leaseOf(key: StoreKey): string {
    return `${this.#prefix}${leases}${key}`;
  }

  /** Of an object: the key that says what it shows, or `/` and its path; nothing where it is none of ours. */
  keyOf(object: string): StoreKey | undefined {
    const path = object.slice(this.#prefix.length);
    if (path.startsWith(unaddressed)) return path.slice(unaddressed.length);
    return isPictureName(path.slice(path.lastIndexOf('/') + 1)) ? `/${path}` : undefined;
  }
}
