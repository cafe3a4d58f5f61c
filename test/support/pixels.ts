import sharp from 'sharp';

export type Colour = readonly [red: number, green: number, blue: number];

/** Pixels within a few steps of `colour`; JPEG and scaling move them a little. */
export async function countPixels(picture: Uint8Array, colour: Colour, tolerance = 8): Promise<number> {
  const pixels = await rgb(picture);
  let count = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    if (colour.every((value, channel) => Math.abs(pixels[i + channel]! - value) <= tolerance)) count++;
  }
  return count;
}

/** How far two pictures of one size are apart: the mean over all channels of all pixels, 0 to 255. */
export async function meanDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([rgb(one), rgb(other)]);
  if (a.length !== b.length) throw new Error(`${a.length} bytes of pixels cannot equal ${b.length}.`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

export function rgb(picture: Uint8Array): Promise<Buffer> {
  return sharp(picture).removeAlpha().toColourspace('srgb').raw().toBuffer();
}
