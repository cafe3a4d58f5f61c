import type { Sharp } from 'sharp';
import { ImageUnavailableError } from '../../errors.ts';
import { type Ground, groundFor } from './ground.ts';
import { inTurn } from './decode-turns.ts';
import { readHeader, undecodable } from './header.ts';
import { kindOf } from './kinds.ts';
import { limitsForOwners, limitsForStrangers, type PictureLimits } from './limits.ts';
import { withoutExtras } from './png-chunks.ts';
import { drawingDensity } from './vector.ts';

export interface ReencodeOptions {
  /** No side of the result is longer. */
  readonly maxPixelsSide?: number;
  /** A picture of more is not decoded. */
  readonly maxInputPixels?: number;
  /**
   * The owner of the site vouches for it: it may be of any kind that can be read here, larger,
   * and damaged as far as browsers would still show it. @default false
   */
  readonly isOwn?: boolean;
}

export interface ReencodedImage {
  readonly bytes: Buffer;
  readonly format: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
  /** What it wants to lie on, where one sees through it. */
  readonly ground?: Ground;
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

const defaultPixelsSide = 512;

/**
 * A small new picture with the pixels of one nobody vouches for, and nothing else of it: no
 * metadata, no second frame, no bytes behind its end. JPEG where it is opaque, PNG where not.
 *
 * @throws {ImageUnavailableError} it is no sound PNG, JPEG or WebP, or too large.
 */
export async function reencodeImage(bytes: Buffer, options: ReencodeOptions = {}): Promise<ReencodedImage> {
  const { maxPixelsSide: side = defaultPixelsSide, isOwn, maxInputPixels } = options;
  const usual = isOwn ? limitsForOwners : limitsForStrangers;
  const limits = { ...usual, ...(maxInputPixels && { maxPixels: maxInputPixels }) };
  try {
    return await inTurn(limits.timeoutMs, async () => {
      const picture = await (isOwn ? openOwn(bytes, side, limits) : openForeign(bytes, limits));
      return reencode(picture, side);
    });
  } catch (error) {
    if (error instanceof ImageUnavailableError) throw error;
    throw undecodable('it could not be decoded', error);
  }
}

async function reencode(picture: Sharp, side: number): Promise<ReencodedImage> {
  const pixels = await decode(picture, side);
  const format = isOpaque(pixels) ? 'jpeg' : 'png';
  const { width, height } = pixels.info;
  const ground = format === 'png' ? groundOf(pixels) : undefined;
  return { bytes: await encode(pixels, format), format, width, height, ...(ground && { ground }) };
}

/** Of all that sharp can read, its decoders for anything but three kinds never see a byte. */
async function openForeign(bytes: Buffer, limits: PictureLimits): Promise<Sharp> {
  const kind = kindOf(bytes);
  if (!kind) throw undecodable('it is no PNG, JPEG or WebP');
  const cleaned = kind === 'png' ? withoutExtras(bytes) : bytes;
  const { format } = await readHeader(cleaned, limits);
  if (format !== kind) throw undecodable(`it begins as ${kind} and goes on as ${format}`);
  const { default: sharp } = await import('sharp');
  return sharp(cleaned, { limitInputPixels: limits.maxPixels, pages: 1, failOn: 'error' });
}

/** A drawing is drawn as large as it is wanted; whatever it refers to outside of itself is left out. */
async function openOwn(bytes: Buffer, side: number, limits: PictureLimits): Promise<Sharp> {
  const header = await readHeader(bytes, limits);
  // The patents of HEIC keep its decoder out of sharp; AVIF, in the same box, has none.
  if (header.compression === 'hevc') throw undecodable('it is HEIC, which is not read here');
  const { default: sharp } = await import('sharp');
  const density = header.format === 'svg' ? drawingDensity(header, side) : undefined;
  const options = { limitInputPixels: limits.maxPixels, pages: 1, failOn: 'none' } as const;
  return sharp(bytes, { ...options, ...(density && { density }) });
}

function decode(picture: Sharp, side: number): Promise<Pixels> {
  return picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function encode({ data, info }: Pixels, format: ReencodedImage['format']): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const picture: Sharp = sharp(data, { raw: info });
  return format === 'png' ? picture.png().toBuffer() : picture.removeAlpha().jpeg({ quality: 85 }).toBuffer();
}

function groundOf({ data, info: { channels } }: Pixels): Ground | undefined {
  return channels === 2 || channels === 4 ? groundFor(data, channels) : undefined;
}

/** Many a photo is saved with an alpha channel that says nothing, and as PNG would be ten times as large. */
function isOpaque({ data, info: { channels } }: Pixels): boolean {
  if (channels === 1 || channels === 3) return true;
  for (let alpha = channels - 1; alpha < data.length; alpha += channels) {
    if (data[alpha] !== 255) return false;
  }
  return true;
}
