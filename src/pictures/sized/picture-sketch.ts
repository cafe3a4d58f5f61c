import { LRUCache } from 'lru-cache';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import { PictureNotFoundError } from '../../errors.ts';
import type { Originals } from '../originals/originals.ts';
import { asUnreadable, readOriginal } from '../originals/read-original.ts';
import type { Size } from './geometry.ts';
import { makePicture } from './make-picture.ts';
import { openPicture } from './open-picture.ts';
import { inPictureQueue } from './picture-queue.ts';

/** What a page says of a picture before it is there. */
export interface PictureSketch extends Size {
  readonly hasAlpha: boolean;
  /** As a data URL of some hundred bytes; nothing where one would see through the picture. */
  readonly placeholder: string | undefined;
}

/** Wide enough to be recognised once a browser has smoothed it. */
const placeholderWidth = 16;
const known = 2_000;

/** Looks at originals, once as long as they stay the same. */
export class Sketches {
  readonly #originals: Originals;
  readonly #known = new LRUCache<string, Promise<PictureSketch>>({ max: known });

  constructor(originals: Originals) {
    this.#originals = originals;
  }

  /** A failure is told, and forgotten. */
  of(path: string, version: string): Promise<PictureSketch> {
    const key = `${version} ${path}`;
    const sketch = this.#known.get(key) ?? this.#draw(path);
    this.#known.set(key, sketch);
    sketch.catch(() => this.#known.delete(key));
    return sketch;
  }

  async #draw(path: string): Promise<PictureSketch> {
    const signal = AbortSignal.timeout(limitsForOwners.timeoutMs);
    const read = await readOriginal(this.#originals, path, signal);
    if (!read) throw new PictureNotFoundError(path);
    return inPictureQueue(() => draw(read.bytes), signal).catch((error: unknown) => {
      throw asUnreadable(path, error);
    });
  }
}

async function draw(original: Buffer): Promise<PictureSketch> {
  const { header } = await openPicture(original);
  const { width, height } = header.autoOrient;
  const { hasAlpha } = header;
  return { width, height, hasAlpha, placeholder: hasAlpha ? undefined : await placeholderOf(original) };
}

/** By way of PNG, which has one frame. */
async function placeholderOf(original: Buffer): Promise<string> {
  const { bytes } = await makePicture(original, { variant: { width: placeholderWidth }, format: 'png' });
  const { default: sharp } = await import('sharp');
  const tiny = await sharp(bytes).webp({ quality: 40 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}
