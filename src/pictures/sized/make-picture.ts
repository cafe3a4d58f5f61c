import type { Metadata, ResizeOptions, Sharp } from 'sharp';
import { undecodable } from '../../card/pictures/header.ts';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import { ImageUnavailableError } from '../../errors.ts';
import { boxOf, cropFor, type Focus, type Size } from './geometry.ts';
import { type AcceptClass, formatFor } from './negotiate.ts';
import type { PictureFormat } from './formats.ts';
import { openPicture } from './open-picture.ts';
import type { PictureVariant } from './rules.ts';

export interface PictureOrder {
  /** Nothing for the size of the original. */
  readonly variant: PictureVariant | undefined;
  /** A format, or what the browser shows. */
  readonly format: PictureFormat | { readonly accepts: AcceptClass };
  /** What stays in view where it is cut. @default what draws attention */
  readonly focus?: Focus | undefined;
}

export interface MadePicture {
  readonly bytes: Buffer;
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  /** The original is smaller than what was asked for, and nothing is made larger. */
  readonly isReduced: boolean;
}

/** Of all frames together: an animation is decoded as one tall picture. */
const maxFrames = 200;
const { maxPixels } = limitsForOwners;
/** What draws attention is another part of each frame. */
const middle: Focus = [0.5, 0.5];

/**
 * One size of a picture: upright, in sRGB, and with nothing of its file but the pixels. An
 * animation stays one as WebP, and is its first frame in any other format.
 *
 * @throws {ImageUnavailableError} it is no picture, a broken one, or too large a one.
 */
export async function makePicture(original: Buffer, order: PictureOrder): Promise<MadePicture> {
  try {
    return await make(original, order);
  } catch (error) {
    if (error instanceof ImageUnavailableError) throw error;
    throw undecodable('it could not be decoded', error);
  }
}

async function make(original: Buffer, { variant, format: asked, focus }: PictureOrder): Promise<MadePicture> {
  const { bytes, header } = await openPicture(original);
  const isAnimated = isAnimation(header);
  const format = typeof asked === 'string' ? asked : formatFor(asked.accepts, { ...header, isAnimated });
  const upright = header.autoOrient;
  const box = boxOf(upright, variant);
  const { default: sharp } = await import('sharp');
  const isMoving = isAnimated && format === 'webp';
  const picture = sharp(bytes, {
    limitInputPixels: maxPixels,
    failOn: 'error',
    animated: isMoving,
  });
  const sized = resized(picture.autoOrient(), upright, box, focus ?? (isMoving ? middle : undefined));
  if (variant?.blur) sized.blur(variant.blur);
  const { data, info } = await encoded(sized.toColourspace('srgb'), format).toBuffer({
    resolveWithObject: true,
  });
  const { width, pageHeight = info.height } = info;
  return { bytes: data, format, width, height: pageHeight, isReduced: box.isReduced };
}

/** One with more frames than memory is worth is shown as its first. */
function isAnimation({ pages = 1, width, height }: Metadata): boolean {
  return pages > 1 && pages <= maxFrames && width * height * pages <= maxPixels;
}

function resized(picture: Sharp, from: Size, box: ReturnType<typeof boxOf>, focus: Focus | undefined): Sharp {
  const { width, height, isCut } = box;
  if (!isCut) return picture.resize({ width, height, fit: 'fill' });
  if (focus) return picture.extract(cropFor(from, box, focus)).resize({ width, height, fit: 'fill' });
  const attentive: ResizeOptions = { width, height, fit: 'cover', position: 'attention' };
  return picture.resize(attentive);
}

/** Fast enough to be made while somebody waits: AVIF's own default takes three times as long for a tenth. */
function encoded(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'png') return picture.png();
  if (format === 'webp') return picture.webp({ quality: 80 });
  if (format === 'avif') return picture.avif({ quality: 55, effort: 2 });
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 82 });
}
