import type { Metadata } from 'sharp';
import { ImageUnavailableError } from '../../errors.ts';
import type { PictureLimits } from './limits.ts';

/** What is too large is refused by what its header says, before a pixel is decoded. */
export async function readHeader(bytes: Buffer, limits: PictureLimits): Promise<Metadata> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false); // a picture of a stranger's must not stay
  const header = await sharp(bytes, { limitInputPixels: false, pages: 1, failOn: 'none' }).metadata();
  const { format, width, height, channels, depth } = header;
  if (format === 'svg') return header;
  const pixels = width * height;
  const decodedBytes = pixels * channels * (depth === 'uchar' ? 1 : 2);
  if (pixels > limits.maxPixels) {
    throw undecodable(`it has too many pixels: more than ${limits.maxPixels}`);
  }
  if (Math.max(width, height) > limits.maxSide) {
    throw undecodable(`it has a side of more than ${limits.maxSide} pixels`);
  }
  if (decodedBytes > limits.maxDecodedBytes) {
    throw undecodable(`its pixels have more than ${limits.maxDecodedBytes} bytes`);
  }
  return header;
}

/** However often it is asked for. */
export function undecodable(reason: string, cause?: unknown): ImageUnavailableError {
  return new ImageUnavailableError(reason, cause, { isLasting: true });
}
