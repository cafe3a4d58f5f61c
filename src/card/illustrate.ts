import { ImageNotAllowedError, ImageUnavailableError } from '../errors.ts';
import type { GetPictureOptions, Pictures } from './pictures/pictures.ts';
import { dress } from './dress.ts';
import { describeProps } from './props.ts';
import type { Card } from './resolve.ts';

/** A picture that a card does without. */
export interface MissingImage {
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
 * Puts pictures in the place of their addresses. A picture that cannot be had is left out, and
 * the template draws what it draws without one: one dead logo must not take a card with it.
 */
export async function illustrate(
  card: Card,
  pictures: Pictures,
  options: GetPictureOptions = {},
): Promise<IllustratedCard> {
  const props: Record<string, unknown> = {};
  const missingImages: MissingImage[] = [];
  const wanted = imagesOf(card);
  await Promise.all(
    wanted.map(async ({ prop, source, side }) => {
      try {
        props[prop] = await pictures.get(source, Math.min(side, maxPixelsSide), options);
      } catch (error) {
        if (!(error instanceof ImageNotAllowedError || error instanceof ImageUnavailableError)) throw error;
        props[prop] = undefined;
        missingImages.push({ prop, error, isInline: isData(source) });
      }
    }),
  );
  if (wanted.length === 0) return { card, missingImages, isFetched: false };
  const isFetched = wanted.some(({ source }) => !isData(source));
  const illustrated = await dress({ ...card, props: { ...(card.props as object), ...props } });
  return { card: illustrated, missingImages, isFetched };
}

function isData(source: string): boolean {
  return /^data:/i.test(source);
}

function imagesOf({ template, input }: Card) {
  return Object.entries(describeProps(template.props)).flatMap(([prop, description]) => {
    const source = input[prop];
    if (description.format !== 'image' || typeof source !== 'string') return [];
    return [{ prop, source, side: description.maxPixelsSide ?? defaultPixelsSide }];
  });
}
