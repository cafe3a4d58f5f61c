import sharp from 'sharp';
import { expect, it } from 'vitest';
import { reencodeImage } from '../../../src/card/pictures/reencode.ts';
import { animatedWebp, goodJpeg, goodPng, goodWebp, gradient } from './support/pictures.ts';

const plain = (width: number, height: number, background: string, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background } });

it.each([
  [1024, 1024, 512, 512],
  [2000, 1000, 512, 256],
  [1000, 2000, 256, 512],
  [5000, 2, 512, 1],
  [40, 30, 40, 30],
  [1, 1, 1, 1],
])('%d × %d becomes %d × %d', async (width, height, newWidth, newHeight) => {
  const bytes = await plain(width, height, 'red').png().toBuffer();
  expect(await reencodeImage(bytes)).toMatchObject({ width: newWidth, height: newHeight });
});

it('takes another limit', async () => {
  const bytes = await plain(400, 200, 'red').png().toBuffer();
  expect(await reencodeImage(bytes, { maxPixelsSide: 100 })).toMatchObject({ width: 100, height: 50 });
});

it.each([
  ['an opaque PNG', 'jpeg', () => plain(9, 9, 'red').png().toBuffer()],
  ['a PNG whose alpha says nothing', 'jpeg', () => plain(9, 9, 'red', 4).png().toBuffer()],
  ['a PNG one can see through', 'png', () => plain(9, 9, '#ff000080', 4).png().toBuffer()],
  ['a JPEG', 'jpeg', goodJpeg],
  ['an opaque WebP', 'jpeg', goodWebp],
  ['a WebP one can see through', 'png', () => gradient(9, 9, 4).webp().toBuffer()],
])('%s becomes a %s', async (_name, format, make) => {
  expect((await reencodeImage(await make())).format).toBe(format);
});

it('keeps the pixels of a PNG one can see through', async () => {
  const bytes = await goodPng();
  const { bytes: result } = await reencodeImage(bytes);
  expect((await sharp(result).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true);
});

it('turns a photo the way its camera was held', async () => {
  const upright = await plain(40, 20, 'blue').withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await reencodeImage(upright)).toMatchObject({ width: 20, height: 40 });
});

it('shows the first picture of an animation', async () => {
  const { bytes, width, height } = await reencodeImage(await animatedWebp(5));
  expect({ width, height }).toEqual({ width: 30, height: 20 });
  const [red] = await sharp(bytes).raw().toBuffer();
  expect(red).toBeLessThan(10);
});

it('keeps the colours of a profile it takes away', async () => {
  const wide = await plain(9, 9, '#20c040').withIccProfile('p3').png().toBuffer();
  const { bytes } = await reencodeImage(wide);
  const [red, green, blue] = await sharp(bytes).raw().toBuffer();
  expect(Math.abs(red! - 0x20)).toBeLessThan(8);
  expect(Math.abs(green! - 0xc0)).toBeLessThan(8);
  expect(Math.abs(blue! - 0x40)).toBeLessThan(8);
});

it('decodes nothing of more pixels than it may', async () => {
  const bytes = await plain(101, 100, 'red').png().toBuffer();
  await expect(reencodeImage(bytes, { maxInputPixels: 10_000 })).rejects.toMatchObject({
    code: 'image_unavailable',
    reason: 'it has too many pixels: more than 10000',
  });
  expect((await reencodeImage(bytes, { maxInputPixels: 10_100 })).width).toBe(101);
});

it('makes the same bytes of the same picture', async () => {
  const bytes = await goodWebp();
  const [one, two] = await Promise.all([reencodeImage(bytes), reencodeImage(bytes)]);
  expect(one.bytes.equals(two.bytes)).toBe(true);
});
