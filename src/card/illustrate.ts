import { ImageNotAllowedError, ImageUnavailableError } from '../errors.ts';
import type { GetPictureOptions, Pictures } from './pictures/pictures.ts';
import { dress } from './dress.ts';
import { pathName, picturesOf } from './props.ts';
import { type Replacement, replaceTexts } from './props/replace.ts';
import type { Card } from './resolve.ts';

/** A picture that a card does without. */
export interface MissingImage {
  /** As in `logo`, or `speakers.1.photo`. */
  readonly prop: string;
  readonly error: ImageNotAllowedError | ImageUnavailableError;
  /** It came with the request, as a data URL: no other side is to blame. */
  readonly isInline: boolean;
}

export interface IllustratedCard {
  readonly card: Card;
  readonly missingImages: readonly MissingImage[];
  /** Some picture came from an address, where another one may lie tomorrow. */
  readonly isFetched: boolean;
}

const defaultPixelsSide = 512;
const maxPixelsSide = 1200;

/**
 * Puts pictures in the place of their addresses, at any depth. A picture that cannot be had is
 * left out, and the template draws what it draws without one: one dead logo must not take a
 * card with it. In a list its place stays, so that what stands beside it still does.
 */
export async function illustrate(
  card: Card,
  pictures: Pictures,
  options: GetPictureOptions = {},
): Promise<IllustratedCard> {
  const wanted = picturesOf(card.template.props, card.input);
  if (wanted.length === 0) return { card, missingImages: [], isFetched: false };
  const missingImages: MissingImage[] = [];
  const found = wanted.map(async ({ path, value: from, description }): Promise<Replacement> => {
    const side = Math.min(description.maxPixelsSide ?? defaultPixelsSide, maxPixelsSide);
    try {
      return { path, from, to: await pictures.get(from, side, options) };
    } catch (error) {
      if (!(error instanceof ImageNotAllowedError || error instanceof ImageUnavailableError)) throw error;
      missingImages.push({ prop: pathName(path), error, isInline: isData(from) });
      return { path, from, to: undefined };
    }
  });
  const props = replaceTexts(card.props, await Promise.all(found));
  const isFetched = wanted.some(({ value }) => !isData(value));
  return { card: await dress({ ...card, props }), missingImages, isFetched };
}

function isData(source: string): boolean {
  return /^data:/i.test(source);
}
