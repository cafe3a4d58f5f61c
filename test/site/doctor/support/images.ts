import sharp from 'sharp';
import { gradient } from '../../../card/pictures/support/pictures.ts';

/** A card of the safe envelope, in a few kB. */
export const card = await picture(1200, 630).jpeg().toBuffer();

/** One colour, so that it is small at any size. */
export function picture(width: number, height: number, alpha = 1) {
  const background = { r: 30, g: 60, b: 90, alpha };
  return sharp({ create: { width, height, channels: alpha < 1 ? 4 : 3, background } });
}

/** A JPEG of at least so many bytes and not many more. */
export async function heavyCard(bytes: number): Promise<Buffer> {
  const jpeg = await gradient(1200, 630).jpeg({ quality: 40 }).toBuffer();
  if (jpeg.length > bytes) return Buffer.concat([card, Buffer.alloc(bytes - card.length)]);
  return Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
}
