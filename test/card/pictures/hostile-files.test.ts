import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ImageUnavailableError } from '../../../src/errors.ts';
import { reencodeImage } from '../../../src/card/pictures/reencode.ts';
import { drawn, foreign, refused, secret } from './support/hostile-files.ts';

describe('is refused by its first bytes', () => {
  it.each(Object.entries(foreign))('%s', async (_name, make) => {
    const reencoded = reencodeImage(await make());
    const refusal = await reencoded.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ reason: 'it is no PNG, JPEG or WebP' });
    expect(refusal).not.toHaveProperty('cause'); // no decoder has said anything
  });
});

describe('is refused', () => {
  it.each(Object.entries(refused))('%s', async (_name, make) => {
    await expect(reencodeImage(await make())).rejects.toThrow(ImageUnavailableError);
  });
});

describe('comes out as a small picture with nothing else in it', () => {
  it.each(Object.entries(drawn))('%s', async (_name, make) => {
    const { bytes, ground, ...image } = await reencodeImage(await make());
    expect(ground === undefined).toBe(image.format === 'jpeg');
    const metadata = await sharp(bytes).metadata();
    expect({ format: metadata.format, width: metadata.width, height: metadata.height }).toEqual(image);
    expect(['jpeg', 'png']).toContain(image.format);
    expect(Math.max(image.width, image.height)).toBeLessThanOrEqual(512);
    expect(metadata).toMatchObject({ space: 'srgb', depth: 'uchar' });
    for (const extra of ['exif', 'icc', 'xmp', 'iptc', 'orientation', 'pages', 'comments']) {
      expect(metadata).not.toHaveProperty(extra);
    }
    expect(bytes.includes(secret)).toBe(false);
    expect((await sharp(bytes).raw().toBuffer()).length).toBeGreaterThan(0); // all of it decodes
  });
});
