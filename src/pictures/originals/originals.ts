/** Of a picture, without having read it. */
export interface OriginalFacts {
  /** Another one as soon as the bytes are others: a hash of them, or what S3 calls an ETag. */
  readonly version: string;
  readonly byteLength: number;
  readonly modifiedAtMs: number;
}

export interface ListedOriginal {
  readonly path: string;
  readonly byteLength: number;
  readonly modifiedAtMs: number;
}

export interface ReadOptions {
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  /** Kept where the place can say it: S3 sends it along. */
  readonly contentType: string;
  readonly overwrite: boolean;
}

/** What is listed: the paths that begin with `prefix` and come after `after` in the order of their bytes. */
export interface ListOptions {
  readonly prefix?: string;
  readonly after?: string;
}

/**
 * Where the pictures of a site lie as they came: a folder or a bucket. A path is
 * `blog/photo.jpg`, as `checkPicturePath` has it. One suite of tests holds every implementation
 * to this.
 */
export interface Originals {
  /** What it is and where, for people. */
  readonly description: string;
  /** Nothing where there is none. */
  find(path: string): Promise<OriginalFacts | undefined>;
  /**
   * Nothing where there is none.
   *
   * @throws {ImageUnavailableError} it has more than `maxBytes`.
   */
  read(path: string, options: ReadOptions): Promise<{ bytes: Buffer; version: string } | undefined>;
  /**
   * Written whole or not at all. `exists` where something is in its place and `overwrite` is
   * false: of two who write at once, one gets `stored`.
   */
  write(path: string, bytes: Buffer, options: WriteOptions): Promise<'stored' | 'exists'>;
  /** Whether there was one. */
  remove(path: string): Promise<boolean>;
  /** In the order of their bytes; hidden files, and what no path can name, are left out. */
  list(options?: ListOptions): AsyncIterable<ListedOriginal>;
}
