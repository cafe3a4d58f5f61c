import type { S3 } from '@aws-sdk/client-s3';
import { CardstockError, PicturesUnavailableError } from '../../errors.ts';
import { S3Connection, type S3ConnectionOptions, saysS3 } from '../../serve/cache/stores/s3-connection.ts';
import type { S3Place } from '../../serve/cache/stores/s3-place.ts';

type Call<Result> = (s3: S3, options: { abortSignal: AbortSignal }) => Promise<Result>;

/** The bucket of the pictures of a site, and how it fails. */
export class S3Bucket {
  readonly name: string;
  /** What every key of ours begins with. */
  readonly prefix: string;
  readonly #connection: S3Connection;

  constructor({ bucket, prefix, ...connection }: S3ConnectionOptions & S3Place) {
    this.name = bucket;
    this.prefix = prefix;
    this.#connection = new S3Connection({ setting: 'OG_PICTURES', ...connection });
  }

  object(path: string): { Bucket: string; Key: string } {
    return { Bucket: this.name, Key: this.prefix + path };
  }

  /** @throws {PicturesUnavailableError} whatever S3 says; its own error is the cause. */
  async call<Result>(work: Call<Result>, timeoutMs?: number): Promise<Result> {
    return this.#connection.call(work, timeoutMs).catch((error: unknown) => {
      throw error instanceof CardstockError ? error : new PicturesUnavailableError(error);
    });
  }

  /** Nothing where S3 says that there is none. */
  async callUnlessAbsent<Result>(work: Call<Result>, timeoutMs?: number): Promise<Result | undefined> {
    return this.call(work, timeoutMs).catch((error: unknown) => {
      if (saysOfPictures(error, 'NoSuchKey', 'NotFound')) return undefined;
      throw error;
    });
  }
}

/** Whether S3 said one of these, behind the error that we make of it. */
export function saysOfPictures(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof PicturesUnavailableError && saysS3(error.cause, ...names);
}
