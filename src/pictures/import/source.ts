export interface ReadFoundOptions {
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** A file, an object or an address that may be a picture. */
export interface Found {
  /** As it is called where it lies, for people and logs; what may be secret of it is left out. */
  readonly name: string;
  /** Where it would lie among others of its source; any letters may be in it. */
  readonly path: string;
  /** Whether somebody says that it is a picture: its name does, or whoever wrote a list. */
  readonly isCalledPicture: boolean;
  /** Absent where only reading tells. */
  readonly byteLength?: number;
  /**
   * All of it, or no more than shows that it is no picture.
   *
   * @throws {ImageUnavailableError} it is no picture, or has more than `maxBytes`.
   * @throws {ImageNotAllowedError} an address that nothing is fetched from.
   * @throws {Error} whatever keeps it from being read.
   */
  read(options: ReadFoundOptions): Promise<Buffer>;
}

/** Where pictures are taken from. Nothing is ever written there. */
export interface ImportSource {
  /** What it is and where, for people. */
  readonly description: string;
  /** Whether it lists by the bytes of its paths, as originals are listed. */
  readonly isSorted: boolean;
  list(): AsyncIterable<Found>;
  /** How many it lists; absent where it can be listed once. */
  count?(signal: AbortSignal): Promise<number>;
}

export async function countOf(list: AsyncIterable<unknown>, signal: AbortSignal): Promise<number> {
  let count = 0;
  const each = list[Symbol.asyncIterator]();
  while (!(await each.next()).done) {
    signal.throwIfAborted();
    count += 1;
  }
  return count;
}
