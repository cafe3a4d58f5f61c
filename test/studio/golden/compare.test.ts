import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/studio/golden/compare.ts';

const size = { width: 100, height: 50 };

function flat(background: string, { width, height } = size): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A disc, whose edge is smooth. */
function disc(radius: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100" height="50" fill="#fff"/><circle cx="50" cy="25" r="${radius}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function changed(was: Promise<Buffer>, is: Promise<Buffer>): Promise<number> {
  return (await compare(await was, await is)).changedPixels;
}

describe('two pictures of a card', () => {
  it('are the same where pixels differ by two levels, and not by three, in any channel and at any brightness', async () => {
    const all = size.width * size.height;
    for (const [was, near, far] of [
      ['#000000', '#020202', '#030000'],
      ['#808080', '#7e8082', '#808083'],
      ['#2d55d9', '#2d57d9', '#2d58d9'],
      ['#ffffff', '#fdfdfd', '#fffcff'],
    ] as const) {
      expect(await changed(flat(was), flat(near)), near).toBe(0);
      expect(await changed(flat(was), flat(far)), far).toBe(all);
    }
  });

  it('are the same where only the smooth edge of a shape differs, and not where the shape does', async () => {
    expect(await changed(disc(15), disc(15.1))).toBe(0);
    expect(await changed(disc(15), disc(18))).toBeGreaterThan(150);
  });

  it('are compared by their pixels, however they are packed', async () => {
    const packed = sharp(await disc(15))
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(await changed(disc(15), packed)).toBe(0);
  });

  it('differ in every pixel where they are of two sizes', async () => {
    const other = flat('#fff', { width: 120, height: 50 });
    expect(await compare(await flat('#fff'), await other)).toEqual({ changedPixels: 6000, share: 1 });
  });

  it('come with a picture in which red is what changed', async () => {
    const { difference, share } = await compare(await disc(10), await disc(20));
    const { data } = await sharp(difference).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray((25 * 100 + 35) * 3, (25 * 100 + 35) * 3 + 3)]).toEqual([255, 0, 0]);
    expect(share).toBeCloseTo((Math.PI * (20 ** 2 - 10 ** 2)) / 5000, 1);
  });
});
