import { hash } from 'node:crypto';
import { PictureNotFoundError, PictureReplacedError } from '../../errors.ts';
import type { CachedCard, ImageCache } from '../../serve/cache/image-cache.ts';
import type { MadeImage } from '../../serve/cache/entry.ts';
import type { Originals } from '../originals/originals.ts';
import { asUnreadable, readOriginal } from '../originals/read-original.ts';
import { pictureKey } from '../stored-picture.ts';
import { endingOf } from './formats.ts';
import { type FoundOriginal, OriginalFinder } from './find-original.ts';
import type { Focus } from './geometry.ts';
import { makePicture, type PictureOrder } from './make-picture.ts';
import type { AcceptClass } from './negotiate.ts';
import { Sketches } from './picture-sketch.ts';
import { inPictureQueue } from './picture-queue.ts';
import type { AskedPicture } from './read-address.ts';
import type { PictureRules } from './rules.ts';
import { type PictureSize, unknownSize, unknownSizeOf } from './size.ts';

/** Counted up when the same original comes out as other bytes. */
const recipeRevision = 1;

/** A picture that there is, in a size and a format. */
export interface ChosenPicture {
  readonly original: FoundOriginal;
  readonly size: PictureSize;
  readonly order: PictureOrder;
  readonly storeKey: string;
  /** What a URL carries that shows it for good. */
  readonly urlVersion: string;
}

/** The pictures of a site in the sizes that are asked for, each made once. */
export class SizedPictures {
  readonly rules: PictureRules;
  readonly originals: Originals;
  readonly sketches: Sketches;
  readonly #finder: OriginalFinder;
  readonly #cache: ImageCache;

  constructor(originals: Originals, cache: ImageCache, rules: PictureRules) {
    this.originals = originals;
    this.sketches = new Sketches(originals);
    this.#finder = new OriginalFinder(originals);
    this.#cache = cache;
    this.rules = rules;
  }

  /**
   * @throws {PictureNotFoundError} there is no such picture.
   * @throws {InvalidParameterError} there is, and it has no such size.
   */
  async choose(asked: AskedPicture, accepts: AcceptClass): Promise<ChosenPicture> {
    for (const { base, size } of asked.meanings) {
      const original = await this.#finder.find(base, asked.ending);
      if (original) return this.#order(original, size, asked, accepts);
    }
    throw await this.#nothing(asked);
  }

  /** From the cache; else made, in a line that cards do not wait in. */
  async get({ original, order, storeKey }: ChosenPicture, signal: AbortSignal): Promise<CachedCard> {
    const make = (everybodyLeft: AbortSignal) =>
      inPictureQueue(() => this.#make(original, order, everybodyLeft), everybodyLeft);
    return this.#cache.getOrRender(storeKey, make, { signal });
  }

  #order(
    original: FoundOriginal,
    size: PictureSize,
    { format }: AskedPicture,
    accepts: AcceptClass,
  ): ChosenPicture {
    const focus = focusOf(original.path, this.rules);
    const { path, version } = original;
    const order: PictureOrder = { variant: size.variant, format: format ?? { accepts }, focus };
    const recipe = recipeOf(path, size, this.rules);
    const named = format ? endingOf[format] : accepts;
    return {
      original,
      size,
      order,
      storeKey: pictureKey({ path, version, size: size.name, format: named, recipe }),
      urlVersion: urlVersion(version, recipe),
    };
  }

  async #make(
    { path, version }: FoundOriginal,
    order: PictureOrder,
    signal: AbortSignal,
  ): Promise<MadeImage> {
    const read = await readOriginal(this.originals, path, signal);
    // Under the key of the old one it would be shown for good.
    if (read?.version !== version) throw new PictureReplacedError();
    const { isReduced, ...made } = await makePicture(read.bytes, order).catch((error: unknown) => {
      throw asUnreadable(path, error);
    });
    return { ...made, overBudget: false, clamped: false, fitted: isReduced };
  }

  /** Says what there is, where a name is nearly right. */
  async #nothing({ meanings, ending }: AskedPicture): Promise<Error> {
    const { base } = meanings.at(-1)!;
    const meant = unknownSizeOf(base, this.rules);
    if (meant && (await this.#finder.find(meant.base, ending))) {
      return unknownSize(meant.name, this.rules);
    }
    return new PictureNotFoundError(base);
  }
}

/** All that its pixels depend on beside the original and the format. */
export function recipeOf(path: string, { variant }: PictureSize, rules: PictureRules): string {
  return JSON.stringify([recipeRevision, variant, focusOf(path, rules)]);
}

/** Short enough for a URL, and another one as soon as the original is, or what is made of it. */
export function urlVersion(version: string, recipe: string): string {
  return hash('sha256', `${version} ${recipe}`, 'base64url').slice(0, 10);
}

/** That of the longest beginning of its path. */
function focusOf(path: string, { focus }: PictureRules): Focus | undefined {
  const beginnings = Object.keys(focus).filter((beginning) => path.startsWith(beginning));
  const longest = beginnings.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : focus[longest];
}
