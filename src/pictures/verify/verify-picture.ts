import type { Metadata } from 'sharp';
import { checkFrames, maxFrames, tooMany } from './frames.ts';
import { inTurn } from '../../card/pictures/decode-turns.ts';
import { readHeader, undecodable } from '../../card/pictures/header.ts';
import { limitsForOwners, type PictureLimits } from '../../card/pictures/limits.ts';
import { withoutExtras } from '../../card/pictures/png-chunks.ts';
import { ImageUnavailableError } from '../../errors.ts';
import { type PictureType, pictureTypeOf } from './kinds.ts';

/** What is known of a picture once it was looked at. */
export interface VerifiedPicture {
  readonly type: PictureType;
  /** As it is shown: some are stored lying on a side. */
  readonly width: number;
  readonly height: number;
}

/** Of the picture that is made to see that one can be made. */
const side = 32;

/**
 * Whether these bytes are a picture, which takes to decode all of it, each frame to its last row:
 * a name and a header are soon written.
 *
 * @throws {ImageUnavailableError} they are none, a broken one, or too large a one; the reason says which.
 */
export async function verifyPicture(
  bytes: Buffer,
  limits: PictureLimits = limitsForOwners,
): Promise<VerifiedPicture> {
  const type = pictureTypeOf(bytes);
  if (!type) throw undecodable('it is no JPEG, PNG, WebP, GIF or AVIF');
  if (bytes.length > limits.maxBytes) throw undecodable(`it has more than ${limits.maxBytes} bytes`);
  try {
    return await inTurn(limits.timeoutMs, () => decode(type, bytes, limits));
  } catch (error) {
    if (error instanceof ImageUnavailableError) throw error;
    throw undecodable('it could not be decoded to its end', error);
  }
}

async function decode(type: PictureType, bytes: Buffer, limits: PictureLimits): Promise<VerifiedPicture> {
  if (type === 'gif' && !endsAsGif(bytes)) throw undecodable('its GIF breaks off');
  checkFrames(bytes);
  const cleaned = type === 'png' ? withoutExtras(bytes) : bytes;
  const header = await readHeader(cleaned, limits);
  if (typeOf(header) !== type) throw undecodable(`it begins as ${type} and goes on as ${header.format}`);
  const { pages = 1, width, height, autoOrient } = header;
  if (pages > maxFrames) throw tooMany();
  if (width * height * pages > limits.maxPixels) {
    throw undecodable(`its ${pages} frames have too many pixels: more than ${limits.maxPixels}`);
  }
  const { default: sharp } = await import('sharp');
  const options = { limitInputPixels: limits.maxPixels, animated: pages > 1, failOn: 'error' } as const;
  await sharp(cleaned, options).resize(side, side, { fit: 'fill' }).raw().toBuffer();
  return { type, ...autoOrient };
}

/** Its decoder takes one that breaks off for one that has fewer frames. */
function endsAsGif(bytes: Buffer): boolean {
  return bytes.findLast((byte) => byte !== 0) === 0x3b;
}

/** AVIF is the one kind of HEIF that is read here. */
function typeOf({ format, compression }: Metadata): string {
  return format === 'heif' && compression === 'av1' ? 'avif' : format;
}
