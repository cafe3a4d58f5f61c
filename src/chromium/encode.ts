import { recipeRevision } from '../card/engine.ts';
import type { ImageFormat, Viewport } from '../card/variants.ts';
import type { Capture } from './card-page.ts';

/** Takes a tenth of a second, which a cold start spends better while Chromium is unpacked. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false); // no picture is ever decoded twice
  return sharp;
}

type Finish = (raw: Buffer, sharp: Awaited<ReturnType<typeof loadSharp>>) => Promise<Buffer>;

/**
 * How each format comes out of Chromium, and what is done to it here.
 *
 * JPEG and WebP are Chromium's own. Its small PNG costs 180 ms and its fast one has
 * 680 KB, so the fast one is taken and packed again: 30 ms and 176 KB.
 */
const recipes: Record<ImageFormat, { capture: Capture; finish?: Finish }> = {
  jpeg: { capture: { format: 'jpeg', quality: 90 } },
  webp: { capture: { format: 'webp', quality: 85 } },
  png: {
    capture: { format: 'png', optimizeForSpeed: true },
    finish: (raw, sharp) =>
      sharp(raw).removeAlpha().png({ compressionLevel: 6, adaptiveFiltering: false }).toBuffer(),
  },
};

/** Names everything above and the versions behind it; part of every cache key. */
export async function encoderVersion(): Promise<string> {
  const { versions } = await loadSharp();
  return `recipes ${recipeRevision} sharp ${versions.sharp}`;
}

export function captureFor(format: ImageFormat): Capture {
  return recipes[format].capture;
}

/**
 * Finishes what Chromium gave and checks it: the right kind of file, every pixel asked for.
 *
 * @throws {Error} it is not; a picture nobody wants must not reach a cache.
 */
export async function encode(raw: Buffer, format: ImageFormat, viewport: Viewport): Promise<Buffer> {
  const sharp = await loadSharp();
  const bytes = (await recipes[format].finish?.(raw, sharp)) ?? raw;
  const image = await sharp(bytes).metadata();
  const width = viewport.width * viewport.deviceScaleFactor;
  const height = viewport.height * viewport.deviceScaleFactor;
  if (image.format !== format || image.width !== width || image.height !== height) {
    throw new Error(
      `Wanted a ${format} of ${width}×${height}, got a ${image.format} of ${image.width}×${image.height}.`,
    );
  }
  return bytes;
}
