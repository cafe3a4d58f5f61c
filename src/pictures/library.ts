import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import {
  BrokenPictureError,
  ImageUnavailableError,
  PictureExistsError,
  PictureNotFoundError,
  TooManyUploadsError,
  UnsupportedUploadError,
} from '../errors.ts';
import type { Originals } from './originals/originals.ts';
import { readOriginal } from './originals/read-original.ts';
import { checkPicturePath } from './path.ts';
import type { PicturePurge } from './purge.ts';
import { extensionsOf, type PictureType, pictureTypeOf, typeOfName } from './verify/kinds.ts';
import { type VerifiedPicture, verifyPicture } from './verify/verify-picture.ts';

/** Of a picture, as the API tells it. */
export interface PictureFacts {
  readonly path: string;
  readonly byteLength: number;
  /** ISO 8601. */
  readonly modifiedAt: string;
}

export interface PictureDetails extends PictureFacts, VerifiedPicture {
  readonly version: string;
}

/** How a picture wants to be kept. */
export interface PictureWish {
  readonly types: readonly PictureType[];
  /** Without it the picture is named by its own hash. An ending is added where there is none. */
  readonly name?: string | undefined;
  /** Before a name that is a hash. */
  readonly folder?: string | undefined;
  readonly overwrite: boolean;
}

/** A picture that was decoded to its end, and where it is to be. */
export interface CheckedPicture extends VerifiedPicture {
  readonly bytes: Buffer;
  readonly path: string;
}

/** Of a hash in hexadecimal: 128 bits. */
const hashLength = 32;

/** The pictures of a site, for whoever keeps them: looked at before they are taken in, and purged when they change. */
export class PictureLibrary {
  readonly originals: Originals;
  readonly #purge: PicturePurge;
  /** One at a time: the places for decoding are for those who look at cards. */
  readonly #checks = new PQueue({ concurrency: 1 });

  constructor(originals: Originals, purge: PicturePurge) {
    this.originals = originals;
    this.#purge = purge;
  }

  /** A page of them, by path; `next` is where the page after it begins. */
  async list({ prefix, after, limit }: { prefix?: string; after?: string; limit: number }) {
    const pictures: PictureFacts[] = [];
    for await (const { path, byteLength, modifiedAtMs } of this.originals.list({
      ...(prefix && { prefix }),
      ...(after && { after }),
    })) {
      if (typeOfName(path) === undefined) continue;
      if (pictures.length === limit) return { pictures, next: pictures.at(-1)!.path };
      pictures.push({ path, byteLength, modifiedAt: new Date(modifiedAtMs).toISOString() });
    }
    return { pictures };
  }

  /** @throws {PictureNotFoundError} there is none. */
  async describe(path: string): Promise<PictureDetails> {
    const [facts, file] = await Promise.all([this.originals.find(path), this.read(path)]);
    if (!facts) throw new PictureNotFoundError(path);
    const { byteLength, modifiedAtMs } = facts;
    const picture = await this.#verify(file.bytes);
    return {
      path,
      byteLength,
      modifiedAt: new Date(modifiedAtMs).toISOString(),
      ...picture,
      version: file.version,
    };
  }

  /**
   * @throws {PictureNotFoundError} there is none.
   * @throws {PictureUnreadableError} it is larger than any that is shown.
   */
  async read(path: string): Promise<{ bytes: Buffer; version: string }> {
    const file = await readOriginal(this.originals, path);
    if (!file) throw new PictureNotFoundError(path);
    return file;
  }

  /**
   * Nothing is kept yet.
   *
   * @throws {UnsupportedUploadError} it is of a kind that is not wanted, or not of the one that its name says.
   * @throws {BrokenPictureError} it cannot be decoded to its end, or is too large for that.
   */
  async check(bytes: Buffer, { types, name, folder }: PictureWish): Promise<CheckedPicture> {
    const named = name === undefined ? undefined : typeOfName(name);
    const taken = named ? [named] : types;
    const type = pictureTypeOf(bytes);
    if (!type || !taken.includes(type)) {
      const problem = type ? `The picture is ${type}.` : 'This is no picture, by its first bytes.';
      throw new UnsupportedUploadError(problem, taken);
    }
    const picture = await this.#verify(bytes);
    const [ending] = extensionsOf[type];
    const stem = name ?? `${folder ? `${folder}/` : ''}${hashOf(bytes)}`;
    const path = named ? name! : `${stem}.${ending}`;
    checkPicturePath(path, 'name');
    return { ...picture, bytes, path };
  }

  /**
   * Keeps what was checked. A name that is a hash is of these very bytes: what is there is the same picture.
   *
   * @throws {PictureExistsError} something is there already.
   */
  async store({ bytes, path, ...picture }: CheckedPicture, { name, overwrite }: PictureWish) {
    const options = { contentType: `image/${picture.type}`, overwrite };
    const outcome = await this.originals.write(path, bytes, options);
    if (outcome === 'exists' && (name !== undefined || !(await this.originals.find(path)))) {
      throw new PictureExistsError(path);
    }
    if (overwrite && name !== undefined) await this.#purge.image(path);
    return { path, byteLength: bytes.length, ...picture, isNew: outcome === 'stored' };
  }

  /** @throws {PictureNotFoundError} there is none. */
  async remove(path: string): Promise<void> {
    if (!(await this.originals.remove(path))) throw new PictureNotFoundError(path);
    await this.#purge.image(path);
  }

  async #verify(bytes: Buffer): Promise<VerifiedPicture> {
    try {
      return await this.#checks.add(() => verifyPicture(bytes));
    } catch (error) {
      if (!(error instanceof ImageUnavailableError)) throw error;
      throw error.isLasting ? new BrokenPictureError(error.reason, error) : new TooManyUploadsError();
    }
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, hashLength);
}
