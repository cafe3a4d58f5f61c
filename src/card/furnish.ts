import { ImageNotAllowedError, ImageUnavailableError } from '../errors.ts';
import type { CardDocument } from './document.ts';
import { picturesOutside, replacePictures } from './document-pictures.ts';
import type { MissingImage } from './illustrate.ts';
import type { GetPictureOptions, Pictures } from './pictures/pictures.ts';
import { fileScheme, isRelative } from './place-pictures.ts';

export interface FurnishedDocument {
  readonly document: CardDocument;
  readonly missingImages: readonly MissingImage[];
  /** Some picture came from an address, where another one may lie tomorrow. */
  readonly isFetched: boolean;
}

/** One pixel that one sees through, where a browser would show that it has no picture. */
const nothing = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
/** Of pictures that a template names. */
export const maxPixelsSide = 1200;

/**
 * Fetches the pictures that a template itself names, as those of props are fetched, and names
 * what cannot be had. A document without any is left as it is.
 */
export async function furnish(
  document: CardDocument,
  pictures: Pictures,
  options: GetPictureOptions = {},
): Promise<FurnishedDocument> {
  const sources = picturesOutside(document.html);
  if (sources.length === 0) return { document, missingImages: [], isFetched: false };
  const missingImages: MissingImage[] = [];
  const found = new Map<string, string>();
  await Promise.all(
    sources.map(async (source) => {
      try {
        found.set(source, await fetchPicture(source, pictures, options));
      } catch (error) {
        if (!(error instanceof ImageNotAllowedError || error instanceof ImageUnavailableError)) throw error;
        missingImages.push({ prop: nameOf(source), error, isInline: false });
      }
    }),
  );
  const html = replacePictures(document.html, (source) => found.get(source) ?? nothing);
  return { document: { ...document, html }, missingImages, isFetched: true };
}

function fetchPicture(source: string, pictures: Pictures, options: GetPictureOptions): Promise<string> {
  if (source.startsWith(fileScheme) || isRelative(source)) {
    throw new ImageUnavailableError('there is no such picture beside the file that names it');
  }
  return pictures.get(source, maxPixelsSide, options);
}

/** As it is written, or short of that. */
function nameOf(source: string): string {
  return source.replace(fileScheme, '').slice(0, 100);
}
