import { CardstockError } from '../../errors.ts';
import { S3Connection, type S3ConnectionOptions } from '../../serve/cache/stores/s3-connection.ts';
import type { S3Place } from '../../serve/cache/stores/s3-place.ts';
import { typeOfName } from '../verify/kinds.ts';
import { checkSize, readHeadFirst } from './read-head-first.ts';
import { countOf, type Found, type ImportSource, type ReadFoundOptions } from './source.ts';

export interface S3SourceOptions extends S3Place, S3ConnectionOptions {
  /** What lies below this path is left out: where pictures are imported to. It ends in a slash. */
  readonly without?: string | undefined;
}

/** The objects of a bucket whose keys begin with a prefix, which may end within a name. */
export class S3Source implements ImportSource {
  readonly description: string;
  readonly isSorted = true;
  readonly #bucket: string;
  readonly #prefix: string;
  /** Of the prefix what is no part of a path. */
  readonly #root: number;
  readonly #without: string | undefined;
  readonly #connection: S3Connection;

  constructor({ bucket, prefix, without, ...connection }: S3SourceOptions) {
    this.description = `S3, s3://${bucket}/${prefix}`;
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.#root = prefix.lastIndexOf('/') + 1;
    this.#without = without;
    this.#connection = new S3Connection({ setting: 'The source', ...connection });
  }

  async *list(): AsyncIterable<Found> {
    for await (const { key, byteLength } of this.#objects()) {
      const path = key.slice(this.#root);
      yield {
        name: `s3://${this.#bucket}/${key}`,
        path,
        isCalledPicture: typeOfName(path) !== undefined,
        byteLength,
        read: (options) => this.#read(key, byteLength, options),
      };
    }
  }

  count(signal: AbortSignal): Promise<number> {
    return countOf(this.#objects(), signal);
  }

  /** Consoles make an empty object with a slash at its end for what they show as a folder. */
  async *#objects(): AsyncIterable<{ key: string; byteLength: number }> {
    let ContinuationToken: string | undefined;
    do {
      const asked = { Bucket: this.#bucket, Prefix: this.#prefix, ContinuationToken };
      const page = await this.#connection.call((s3, options) => s3.listObjectsV2(asked, options));
      for (const { Key: key = '', Size: byteLength = 0 } of page.Contents ?? []) {
        const path = key.slice(this.#root);
        const isLeftOut = this.#without !== undefined && path.startsWith(this.#without);
        if (!isLeftOut && !key.endsWith('/')) yield { key, byteLength };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async #read(Key: string, byteLength: number, { maxBytes, signal }: ReadFoundOptions): Promise<Buffer> {
    checkSize(byteLength, maxBytes);
    const read = await this.#connection.call(async (s3, { abortSignal }) => {
      const stop = signal ? AbortSignal.any([abortSignal, signal]) : abortSignal;
      const { Body } = await s3.getObject({ Bucket: this.#bucket, Key }, { abortSignal: stop });
      return readHeadFirst(Body as AsyncIterable<Uint8Array>, maxBytes).catch(ownError);
    });
    if (read instanceof CardstockError) throw read; // past what explains errors of S3
    return read;
  }
}

function ownError(error: unknown): CardstockError {
  if (error instanceof CardstockError) return error;
  throw error;
}
