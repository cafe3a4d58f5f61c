import { recipeRevision } from '../card/engine.ts';
import type { ImageFormat, Viewport } from '../card/variants.ts';
import type { Capture, CardView } from './card-page.ts';
import type { Fit } from './page-fonts.ts';

/** Takes a tenth of a second, which a cold start spends better while Chromium is unpacked. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false); // no picture is ever decoded twice
  return sharp;
}

type Sharp = Awaited<ReturnType<typeof loadSharp>>;

/** What a picture shall be. */
export interface PictureSettings {
  readonly format: ImageFormat;
  /** Every pixel's own colour in JPEG, which Chromium halves. */
  readonly chroma?: 'full' | undefined;
  readonly budgetBytes: number;
}

/** What Chromium gave: the file itself, or pixels to make it of. */
export interface Exposure {
  readonly file?: Buffer;
  readonly pixels?: Buffer;
  readonly fit: Fit;
}

export interface EncodedPicture extends Fit {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly quality?: number | undefined;
  readonly overBudget: boolean;
}

/** Its fast PNG has 680 KB, but is made in a quarter of the time of its small one. */
const lossless: Capture = { format: 'png', optimizeForSpeed: true };

/** At 80 there is a haze around small text on paper; at 90 and 85 it is gone at any size a person looks at. */
const usualQuality = { jpeg: 90, webp: 85 } as const;

/** The least that is fit to be seen: below, edges of text are dirty at the size of a feed. */
const lowestQuality = { jpeg: 70, webp: 65 } as const;

/** Names everything above and the versions behind it; part of every cache key. */
export async function encoderVersion(): Promise<string> {
  const { versions } = await loadSharp();
  return `recipes ${recipeRevision} sharp ${versions.sharp}`;
}

/**
 * Has Chromium take the picture. JPEG and WebP are Chromium's own, where they may be; pixels
 * are asked for where we encode: for PNG, for full chroma, and for what is over the budget.
 */
export async function expose(view: CardView, settings: PictureSettings): Promise<Exposure> {
  const { fit } = view;
  const { format, chroma, budgetBytes } = settings;
  if (format === 'png' || (format === 'jpeg' && chroma)) return { pixels: await view.capture(lossless), fit };
  const file = await view.capture({ format, quality: usualQuality[format] });
  return file.length <= budgetBytes ? { file, fit } : { file, pixels: await view.capture(lossless), fit };
}

/**
 * Finishes what Chromium gave, within the byte budget where that can be, and checks it: the
 * right kind of file, every pixel asked for.
 *
 * @throws {Error} it is not; a picture nobody wants must not reach a cache.
 */
export async function encode(
  { file, pixels, fit }: Exposure,
  settings: PictureSettings,
  viewport: Viewport,
): Promise<EncodedPicture> {
  const sharp = await loadSharp();
  const { format, budgetBytes } = settings;
  const { bytes, quality } = await withinBudget(file, pixels, settings, sharp);
  const image = await sharp(bytes).metadata();
  const width = viewport.width * viewport.deviceScaleFactor;
  const height = viewport.height * viewport.deviceScaleFactor;
  if (image.format !== format || image.width !== width || image.height !== height) {
    throw new Error(
      `Wanted a ${format} of ${width}×${height}, got a ${image.format} of ${image.width}×${image.height}.`,
    );
  }
  return { ...fit, bytes, width, height, quality, overBudget: bytes.length > budgetBytes };
}

interface Coded {
  readonly bytes: Buffer;
  readonly quality?: number;
}

/** The file as it is, or the best quality whose file is within the budget, or the least. */
async function withinBudget(
  file: Buffer | undefined,
  pixels: Buffer | undefined,
  settings: PictureSettings,
  sharp: Sharp,
): Promise<Coded> {
  const { format, budgetBytes } = settings;
  if (format === 'png') return { bytes: await pack(pixels!, sharp) };
  const highest = usualQuality[format];
  const best = { bytes: file ?? (await code(pixels!, settings, highest, sharp)), quality: highest };
  if (best.bytes.length <= budgetBytes || !pixels) return best;
  let [low, high] = [lowestQuality[format] as number, highest as number];
  let found: Coded = { bytes: await code(pixels, settings, low, sharp), quality: low };
  while (found.bytes.length <= budgetBytes && high - low > 2) {
    const quality = Math.round((low + high) / 2);
    const bytes = await code(pixels, settings, quality, sharp);
    if (bytes.length <= budgetBytes) [low, found] = [quality, { bytes, quality }];
    else high = quality;
  }
  return found;
}

/** Chromium's small PNG costs 180 ms; packing its fast one again takes 30, for the same size. */
function pack(pixels: Buffer, sharp: Sharp): Promise<Buffer> {
  return sharp(pixels).removeAlpha().png({ compressionLevel: 6, adaptiveFiltering: false }).toBuffer();
}

function code(
  pixels: Buffer,
  { format, chroma }: PictureSettings,
  quality: number,
  sharp: Sharp,
): Promise<Buffer> {
  const picture = sharp(pixels).removeAlpha();
  if (format === 'webp') return picture.webp({ quality }).toBuffer();
  return picture.jpeg({ quality, chromaSubsampling: chroma ? '4:4:4' : '4:2:0' }).toBuffer();
}
