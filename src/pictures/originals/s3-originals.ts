import { ImageUnavailableError } from '../../errors.ts';
import type { S3ConnectionOptions } from '../../serve/cache/stores/s3-connection.ts';
import type { S3Place } from '../../serve/cache/stores/s3-place.ts';
import { checkPicturePath, problemOfPicturePath } from '../path.ts';
import { readCounted } from './read-counted.ts';
import { S3Bucket, saysOfPictures } from './s3-bucket.ts';
import type {
  ListedOriginal,
  ListOptions,
  OriginalFacts,
  Originals,
  ReadOptions,
  WriteOptions,
} from './originals.ts';

/** A look at an object brings nothing along, and a function that waits for it has half a minute for all. */
const findTimeoutMs = 10_000;

/** Pictures in a bucket, each an object under its own path. */
export class S3Originals implements Originals {
  readonly description: string;
  readonly #bucket: S3Bucket;

  constructor(options: S3ConnectionOptions & S3Place) {
    this.description = `S3, s3://${options.bucket}/${options.prefix}`;
    this.#bucket = new S3Bucket(options);
  }

  async find(path: string): Promise<OriginalFacts | undefined> {
    const object = this.#objectOf(path);
    const head = await this.#bucket.callUnlessAbsent(
      (s3, options) => s3.headObject(object, options),
      findTimeoutMs,
    );
    if (!head) return undefined;
    const { ETag, ContentLength = 0, LastModified } = head;
    return {
      version: versionOf(ETag),
      byteLength: ContentLength,
      modifiedAtMs: LastModified?.getTime() ?? 0,
    };
  }

  async read(path: string, { maxBytes, signal }: ReadOptions) {
    const object = this.#objectOf(path);
    const found = await this.#bucket
      .callUnlessAbsent(async (s3, { abortSignal }) => {
        const stop = signal ? AbortSignal.any([abortSignal, signal]) : abortSignal;
        const { Body, ETag } = await s3.getObject(object, { abortSignal: stop });
        const bytes = await readCounted(Body as AsyncIterable<Uint8Array>, maxBytes);
        return { bytes, version: versionOf(ETag) };
      })
      .finally(() => signal?.throwIfAborted());
    if (!found) return undefined;
    const { bytes, version } = found;
    if (!bytes) throw new ImageUnavailableError(`it has more than ${maxBytes} bytes`);
    return { bytes, version };
  }

  async write(path: string, bytes: Buffer, { contentType, overwrite }: WriteOptions) {
    const object = { ...this.#objectOf(path), Body: bytes, ContentType: contentType };
    // There is no need to send what would be refused, and a service without conditions refuses nothing.
    if (!overwrite && (await this.find(path))) return 'exists';
    const put = (condition: { IfNoneMatch?: string }) =>
      this.#bucket.call((s3, options) => s3.putObject({ ...object, ...condition }, options));
    try {
      await put(overwrite ? {} : { IfNoneMatch: '*' });
    } catch (error) {
      if (saysOfPictures(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return 'exists';
      if (overwrite || !saysOfPictures(error, 'NotImplemented')) throw error;
      await put({});
    }
    return 'stored';
  }

  async remove(path: string): Promise<boolean> {
    const object = this.#objectOf(path);
    if (!(await this.find(path))) return false; // S3 does not tell whether there was one
    await this.#bucket.call((s3, options) => s3.deleteObject(object, options));
    return true;
  }

  async *list({ prefix = '', after }: ListOptions = {}): AsyncIterable<ListedOriginal> {
    const request = {
      Bucket: this.#bucket.name,
      Prefix: this.#bucket.prefix + prefix,
      ...(after && { StartAfter: this.#bucket.prefix + after }),
    };
    let ContinuationToken: string | undefined;
    do {
      const asked = { ...request, ContinuationToken };
      const page = await this.#bucket.call((s3, options) => s3.listObjectsV2(asked, options));
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
        const path = Key.slice(this.#bucket.prefix.length);
        if (problemOfPicturePath(path) !== undefined) continue;
        yield { path, byteLength: Size, modifiedAtMs: LastModified?.getTime() ?? 0 };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  #objectOf(path: string) {
    checkPicturePath(path);
    return this.#bucket.object(path);
  }
}

/** It comes in quotes, and from some services marked as weak. */
function versionOf(etag = ''): string {
  return etag.replace(/^W\//, '').replaceAll('"', '');
}
