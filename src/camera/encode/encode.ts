import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { recipeRevision } from '../../card/engine.ts';
import type { ImageFormat, Viewport } from '../../card/variants.ts';
import type { CardView } from '../page/card-page.ts';
import type { Capture } from '../page/shutter.ts';
import { bestWithin, type Coded } from './lighten.ts';
import { readHeader } from './read-header.ts';
import type { Fit } from '../page/page-fonts.ts';

/** Takes a tenth of a second, and most JPEGs do without. */
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

/**
 * JPEG: at 80 there is a haze around small text on paper; at 90 it is gone at any size a person
 * looks at.
 */
const usualQuality = { jpeg: 90, webp: 85 } as const;

/**
 * What is tried in turn where the usual quality is too heavy. Down to 75 flat colours stay within
 * a step of what they are; at 70 paper turns pink. MozJPEG at 75 looks as the usual encoder does
 * at 80, for a quarter less.
 */
const lesserQualities = [90, 87, 84, 81, 78, 75] as const;

/** As sharp itself tells it, which need not be loaded for that. */
const sharpManifest = join(dirname(createRequire(import.meta.url).resolve('sharp')), '../package.json');
const { version } = JSON.parse(readFileSync(sharpManifest, 'utf8')) as { version: string };

/** Names everything above and the versions behind it; part of every cache key. */
export const encoderVersion = `recipes ${recipeRevision} sharp ${version}`;

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
  exposure: Exposure,
  settings: PictureSettings,
  viewport: Viewport,
): Promise<EncodedPicture> {
  const { format, budgetBytes } = settings;
  const { bytes, quality } = await withinBudget(exposure, settings);
  const image = readHeader(bytes);
  const width = viewport.width * viewport.deviceScaleFactor;
  const height = viewport.height * viewport.deviceScaleFactor;
  if (image?.format !== format || image.width !== width || image.height !== height) {
    throw new Error(
      `Wanted a ${format} of ${width}×${height}, got a ${image?.format} of ${image?.width}×${image?.height}.`,
    );
  }
  return { ...exposure.fit, bytes, width, height, quality, overBudget: bytes.length > budgetBytes };
}

/** The file as it comes, or the best that is within the budget, or the least that is fit to be seen. */
async function withinBudget(exposure: Exposure, settings: PictureSettings): Promise<Coded> {
  const { file, pixels } = exposure;
  const { format, budgetBytes } = settings;
  if (file && format !== 'png' && file.length <= budgetBytes) {
    return { bytes: file, quality: usualQuality[format] };
  }
  const sharp = await loadSharp();
  if (format === 'png') return { bytes: await pack(pixels!, budgetBytes, sharp) };
  const quality = usualQuality[format];
  const bytes = file ?? (await fullChroma(pixels!, quality, sharp));
  if (bytes.length <= budgetBytes) return { bytes, quality };
  const picture = await decode(pixels!, sharp);
  const qualities = lesserQualities.filter((lesser) => lesser <= quality);
  return bestWithin(budgetBytes, qualities, (lesser) => press(picture.clone(), settings, lesser));
}

/**
 * Lossless: 30 ms and 176 KB where Chromium's small PNG costs 180. What is over the budget is
 * packed harder, which takes three times as long for a fifth less; photos want another filter.
 */
async function pack(pixels: Buffer, budgetBytes: number, sharp: Sharp): Promise<Buffer> {
  const png = (compressionLevel: number, adaptiveFiltering: boolean) =>
    sharp(pixels).removeAlpha().png({ compressionLevel, adaptiveFiltering }).toBuffer();
  const usual = await png(6, false);
  if (usual.length <= budgetBytes) return usual;
  const [flat, photo] = [await png(9, false), await png(9, true)];
  return flat.length < photo.length ? flat : photo;
}

function fullChroma(pixels: Buffer, quality: number, sharp: Sharp): Promise<Buffer> {
  return sharp(pixels).removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** Once for all the qualities that are tried. */
async function decode(pixels: Buffer, sharp: Sharp) {
  const { data, info } = await sharp(pixels).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

/** MozJPEG takes ten times as long as the usual encoder for a sixth less and cleaner edges. */
function press(
  picture: ReturnType<Sharp>,
  { format, chroma }: PictureSettings,
  quality: number,
): Promise<Buffer> {
  if (format === 'webp') return picture.webp({ quality }).toBuffer();
  const chromaSubsampling = chroma ? '4:4:4' : '4:2:0';
  return picture.jpeg({ quality, mozjpeg: true, chromaSubsampling }).toBuffer();
}
