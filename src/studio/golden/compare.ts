import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** What rounding on another processor may do to a channel of a pixel, of 255. */
export const toleratedLevels = 2;

export interface Comparison {
  /** Those that are neither within the tolerance nor the smooth edge of a shape in either picture. */
  readonly changedPixels: number;
  /** Of all pixels, from 0 to 1. */
  readonly share: number;
  /** The picture in grey and what changed in red, as PNG; nothing where it says nothing. */
  readonly difference?: Buffer;
}

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** How far two pictures of one card are from each other; of two sizes, every pixel is another one. */
export async function compare(before: Uint8Array, after: Uint8Array): Promise<Comparison> {
  if (Buffer.from(before).equals(after)) return { changedPixels: 0, share: 0 };
  const [was, is] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
  const { width, height } = is;
  if (was.width !== width || was.height !== height) return { changedPixels: width * height, share: 1 };
  const drawn = Buffer.alloc(is.data.length);
  const changedPixels = pixelmatch(was.data, is.data, drawn, width, height, {
    threshold: 0, // the mask has ours, in levels: people can check those with any tool
    ignoreMask: alike(was.data, is.data),
    aaColor: [200, 200, 200],
  });
  if (changedPixels === 0) return { changedPixels, share: 0 };
  const difference = await sharp(drawn, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { changedPixels, share: changedPixels / (width * height), difference };
}

async function pixelsOf(picture: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** 1 for each pixel that is the same as far as we care. */
function alike(was: Buffer, is: Buffer): Uint8Array {
  const mask = new Uint8Array(is.length / 4);
  for (let pixel = 0; pixel < mask.length; pixel += 1) {
    const at = pixel * 4;
    let farthest = 0;
    for (let channel = at; channel < at + 4; channel += 1) {
      farthest = Math.max(farthest, Math.abs(was[channel]! - is[channel]!));
    }
    if (farthest <= toleratedLevels) mask[pixel] = 1;
  }
  return mask;
}
