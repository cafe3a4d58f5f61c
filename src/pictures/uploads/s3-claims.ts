import { PicturesUnavailableError } from '../../errors.ts';
import type { S3ConnectionOptions } from '../../serve/cache/stores/s3-connection.ts';
import type { S3Place } from '../../serve/cache/stores/s3-place.ts';
import { hiddenFolder } from '../originals/drafts.ts';
import { S3Bucket, saysOfPictures } from '../originals/s3-bucket.ts';
import { type Claimable, type Claims, isForgotten, nameOfClaim } from './claims.ts';

const folder = `${hiddenFolder}/claims/`;
/** Of two who ask in one moment S3 may put off both. */
const tries = 5;

/**
 * An object each, made under the condition that there is none. A service that does not
 * know the condition is found out before it is believed the first time.
 */
export class S3Claims implements Claims {
  readonly #bucket: S3Bucket;
  #isTrusted = false;

  constructor(options: S3ConnectionOptions & S3Place) {
    this.#bucket = new S3Bucket(options);
  }

  async isTaken(claim: Claimable): Promise<boolean> {
    const object = this.#objectOf(claim);
    const head = await this.#bucket.callUnlessAbsent((s3, options) => s3.headObject(object, options));
    return head !== undefined;
  }

  async take(claim: Claimable): Promise<boolean> {
    if (!(await this.#make(claim))) return false;
    if (!this.#isTrusted && (await this.#make(claim))) {
      await this.release(claim);
      const reason = 'its S3 takes no notice of If-None-Match, so that no address could be for one time';
      throw new PicturesUnavailableError(new Error(reason));
    }
    this.#isTrusted = true;
    return true;
  }

  async release(claim: Claimable): Promise<void> {
    await this.#remove(this.#objectOf(claim).Key);
  }

  async sweep(): Promise<void> {
    const { name: Bucket, prefix } = this.#bucket;
    const Prefix = prefix + folder;
    const list = await this.#bucket.call((s3, options) => s3.listObjectsV2({ Bucket, Prefix }, options));
    const keys = (list.Contents ?? []).map(({ Key = '' }) => Key);
    for (const key of keys) if (isForgotten(key.slice(Prefix.length))) await this.#remove(key);
  }

  /** Whether there was none. */
  async #make(claim: Claimable): Promise<boolean> {
    const object = { ...this.#objectOf(claim), Body: 'used', IfNoneMatch: '*' };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#bucket.call((s3, options) => s3.putObject(object, options));
        return true;
      } catch (error) {
        if (saysOfPictures(error, 'PreconditionFailed')) return false;
        if (attempt === tries || !saysOfPictures(error, 'ConditionalRequestConflict')) throw error;
      }
    }
  }

  async #remove(Key: string): Promise<void> {
    const object = { Bucket: this.#bucket.name, Key };
    await this.#bucket.call((s3, options) => s3.deleteObject(object, options));
  }

  #objectOf(claim: Claimable) {
    return this.#bucket.object(folder + nameOfClaim(claim));
  }
}
