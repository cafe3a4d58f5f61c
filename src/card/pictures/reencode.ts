import type { Sharp } from 'sharp';
import { ImageUnavailableError } from '../../errors.ts';
import { kindOf, type PictureKind } from './kinds.ts';
import { withoutExtras } from './png-chunks.ts';

export interface ReencodeOptions {
  /** No side of the result is longer. */
  readonly maxPixelsSide?: number;
  /** A picture of more is not decoded. */
  readonly maxInputPixels?: number;
  readonly timeoutSeconds?: number;
}

export interface ReencodedImage {
  readonly bytes: Buffer;
  readonly format: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/**
 * A small new picture with the pixels of one nobody vouches for, and nothing else of it: no
 * metadata, no second frame, no bytes behind its end. JPEG where it is opaque, PNG where not.
 *
 * @throws {ImageUnavailableError} it is no sound PNG, JPEG or WebP, or too large.
 */
export async function reencodeImage(bytes: Buffer, options: ReencodeOptions = {}): Promise<ReencodedImage> {
  // Of all that sharp can read, its decoders for anything else never see a byte.
  const kind = kindOf(bytes);
  if (!kind) throw new ImageUnavailableError('it is no PNG, JPEG or WebP');
  try {
    const pixels = await decode(kind === 'png' ? withoutExtras(bytes) : bytes, kind, options);
    const format = isOpaque(pixels) ? 'jpeg' : 'png';
    const { width, height } = pixels.info;
    return { bytes: await encode(pixels, format), format, width, height };
  } catch (error) {
    if (error instanceof ImageUnavailableError) throw error;
    throw new ImageUnavailableError('it could not be decoded', error);
  }
}

async function decode(bytes: Buffer, kind: PictureKind, options: ReencodeOptions): Promise<Pixels> {
  const { maxPixelsSide = 512, maxInputPixels = 40_000_000, timeoutSeconds = 5 } = options;
  const { default: sharp } = await import('sharp');
  sharp.cache(false); // a picture of a stranger's must not stay
  const picture = sharp(bytes, { limitInputPixels: maxInputPixels, pages: 1, failOn: 'error' });
  const { format } = await picture.metadata();
  if (format !== kind) throw new ImageUnavailableError(`it begins as ${kind} and goes on as ${format}`);
  return picture
    .timeout({ seconds: timeoutSeconds })
    .autoOrient()
    .resize({ width: maxPixelsSide, height: maxPixelsSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function encode({ data, info }: Pixels, format: ReencodedImage['format']): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const picture: Sharp = sharp(data, { raw: info });
  return format === 'png' ? picture.png().toBuffer() : picture.removeAlpha().jpeg({ quality: 85 }).toBuffer();
}

/** Many a photo is saved with an alpha channel that says nothing, and as PNG would be ten times as large. */
function isOpaque({ data, info: { channels } }: Pixels): boolean {
  if (channels === 1 || channels === 3) return true;
  for (let alpha = channels - 1; alpha < data.length; alpha += channels) {
    if (data[alpha] !== 255) return false;
  }
  return true;
}
