import { type S3ConnectionOptions, S3Connection, saysS3 } from './s3-connection.ts';
import { S3Keys } from './s3-keys.ts';
import { claimLease } from './s3-lease.ts';
import { keyIn, toEntry, toObject } from './s3-object.ts';
import type { S3Place } from './s3-place.ts';
import type { Release, Store, StoreEntry, StoreKey } from './store.ts';

export interface S3StoreOptions extends S3ConnectionOptions, S3Place {
  /** The path before the names of sealed cards. */
  readonly sealed: string;
}

/** What S3 takes at once. */
const mostDeleted = 1_000;

/**
 * Images in a bucket, each an object that is the picture itself and lies where its URL leads:
 * a CDN in front of the bucket serves it without us. What is there stays: a name means one
 * picture, and of two who made it the first is right.
 */
export class S3Store implements Store {
  readonly description: string;
  readonly #bucket: string;
  readonly #keys: S3Keys;
  readonly #connection: S3Connection;

  constructor({ bucket, prefix, sealed, ...connection }: S3StoreOptions) {
    this.description = `S3, s3://${bucket}/${prefix}`;
    this.#bucket = bucket;
    this.#keys = new S3Keys(prefix, sealed);
    this.#connection = new S3Connection(connection);
  }

  async get(key: StoreKey, path?: string): Promise<Buffer | undefined> {
    const addressed = this.#keys.addressedOf(path);
    if (addressed === undefined) return (await this.#read(this.#keys.objectOf(key)))?.entry;
    const found = await this.#read(addressed);
    // Under one URL there may lie a picture of an earlier day, whose key is another one.
    return found && found.key !== key ? this.get(key) : found?.entry;
  }

  async set(key: StoreKey, value: Buffer, path?: string): Promise<Buffer | undefined> {
    const addressed = this.#keys.addressedOf(path);
    const object = addressed ?? this.#keys.objectOf(key);
    if (await this.#write(object, key, value)) return undefined;
    const first = await this.#read(object);
    if (first?.key === key) return first.entry;
    return addressed === undefined ? undefined : this.set(key, value);
  }

  async delete(key: StoreKey): Promise<void> {
    await this.#remove(this.#keys.objectOf(key));
  }

  async deleteAll(keys: readonly StoreKey[]): Promise<void> {
    const { length } = keys;
    for (let start = 0; start < length; start += mostDeleted) {
      const Objects = keys
        .slice(start, start + mostDeleted)
        .map((key) => ({ Key: this.#keys.objectOf(key) }));
      const { Errors: [failed] = [] } = await this.#connection.call((s3, options) =>
        s3.deleteObjects({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } }, options),
      );
      if (failed) throw new Error(`${failed.Key} cannot be removed: ${failed.Code} ${failed.Message}`);
    }
  }

  async *list(): AsyncIterable<StoreEntry> {
    for (const folder of this.#keys.folders) yield* this.#listFolder(folder);
  }

  async has(key: StoreKey, path?: string): Promise<boolean> {
    const addressed = this.#keys.addressedOf(path);
    if (addressed !== undefined && (await this.#look(addressed)) === key) return true;
    return (await this.#look(this.#keys.objectOf(key))) !== undefined;
  }

  async keyOf(key: StoreKey): Promise<StoreKey | undefined> {
    return this.#look(this.#keys.objectOf(key));
  }

  async claim(key: StoreKey, forMs: number): Promise<Release | undefined> {
    return claimLease(this.#connection, { Bucket: this.#bucket, Key: this.#keys.leaseOf(key) }, forMs);
  }

  async *#listFolder(Prefix: string): AsyncIterable<StoreEntry> {
    let ContinuationToken: string | undefined;
    do {
      const request = { Bucket: this.#bucket, Prefix, ContinuationToken };
      const page = await this.#connection.call((s3, options) => s3.listObjectsV2(request, options));
      for (const { Key = '', Size, LastModified } of page.Contents ?? []) {
        const key = this.#keys.keyOf(Key);
        if (key !== undefined) yield { key, bytes: Size, storedAt: LastModified?.getTime() };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  /** What an image of ours was asked for by; nothing where there is none. */
  async #look(Key: string): Promise<StoreKey | undefined> {
    const head = this.#connection.call((s3, options) =>
      s3.headObject({ Bucket: this.#bucket, Key }, options),
    );
    return keyIn((await head.catch(ignoreAbsent))?.Metadata);
  }

  /** What is no longer whole is removed, and as good as absent. */
  async #read(Key: string): Promise<{ key: StoreKey | undefined; entry: Buffer } | undefined> {
    const found = await this.#connection
      .call(async (s3, options) => {
        const { Body, Metadata } = await s3.getObject({ Bucket: this.#bucket, Key }, options);
        return { body: Buffer.from((await Body?.transformToByteArray()) ?? []), metadata: Metadata };
      })
      .catch(ignoreAbsent);
    if (!found) return undefined;
    const key = keyIn(found.metadata);
    if (key === undefined) return { key, entry: found.body }; // somebody else's
    const entry = toEntry(found.body, found.metadata);
    if (!entry) await this.#remove(Key);
    return entry && { key, entry };
  }

  /** Whether it was the first there. */
  async #write(Key: string, key: StoreKey, value: Buffer): Promise<boolean> {
    const object = { Bucket: this.#bucket, Key, ...toObject(key, value) };
    const put = (condition: { IfNoneMatch?: string }) =>
      this.#connection.call((s3, options) => s3.putObject({ ...object, ...condition }, options));
    try {
      await put({ IfNoneMatch: '*' });
    } catch (error) {
      if (saysS3(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return false;
      if (!saysS3(error, 'NotImplemented')) throw error;
      await put({}); // a service without conditions: of two equal pictures the last one stays
    }
    return true;
  }

  async #remove(Key: string): Promise<void> {
    await this.#connection.call((s3, options) => s3.deleteObject({ Bucket: this.#bucket, Key }, options));
  }
}

function ignoreAbsent(error: unknown): undefined {
  if (saysS3(error, 'NoSuchKey', 'NotFound')) return undefined;
  throw error;
}
