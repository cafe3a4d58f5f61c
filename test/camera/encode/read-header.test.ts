import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readHeader } from '../../../src/camera/encode/read-header.ts';

const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: '#1230' } });

test.each<[string, 'png' | 'jpeg' | 'webp', Promise<Buffer>]>([
  ['a PNG', 'png', blank(1200, 631).png().toBuffer()],
  ['a JPEG', 'jpeg', blank(1200, 631).jpeg().toBuffer()],
  ['a JPEG in steps', 'jpeg', blank(1200, 631).jpeg({ progressive: true }).toBuffer()],
  ['a JPEG of MozJPEG', 'jpeg', blank(1200, 631).jpeg({ mozjpeg: true }).toBuffer()],
  ['a JPEG with a profile', 'jpeg', blank(1200, 631).withIccProfile('p3').jpeg().toBuffer()],
  ['a WebP', 'webp', blank(1200, 631).webp().toBuffer()],
  ['a lossless WebP', 'webp', blank(1200, 631).webp({ lossless: true }).toBuffer()],
  ['a WebP with transparency', 'webp', blank(1200, 631, 4).webp().toBuffer()],
  ['a WebP with a profile', 'webp', blank(1200, 631).withIccProfile('p3').webp().toBuffer()],
])('%s says what it is and how large', async (_name, format, picture) => {
  expect(readHeader(await picture)).toEqual({ format, width: 1200, height: 631 });
});

test('no part of a picture, and nothing else, makes it fail', async () => {
  const pictures = [blank(99, 99).png(), blank(99, 99).jpeg(), blank(99, 99).webp()];
  for (const picture of pictures) {
    const whole = await picture.toBuffer();
    for (let end = 0; end < 60; end++) {
      const header = readHeader(whole.subarray(0, end));
      if (header) expect(header).toMatchObject({ width: 99, height: 99 });
    }
  }
  expect(readHeader(Buffer.from('GIF89a and more than thirty letters after it'))).toBeUndefined();
  expect(readHeader(Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
});
