import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { limitsForOwners } from '../../../src/card/pictures/limits.ts';
import { ImageUnavailableError } from '../../../src/errors.ts';
import { pictureTypeOf, typeOfName, usualTypes } from '../../../src/pictures/verify/kinds.ts';
import { verifyPicture } from '../../../src/pictures/verify/verify-picture.ts';
import { drawn, foreign, refused } from '../../card/pictures/support/hostile-files.ts';
import { animatedWebp, gradient } from '../../card/pictures/support/pictures.ts';

const makers = {
  jpeg: () => gradient(60, 40).jpeg().toBuffer(),
  png: () => gradient(60, 40).png().toBuffer(),
  webp: () => gradient(60, 40).webp().toBuffer(),
  gif: () => gradient(60, 40).gif().toBuffer(),
  avif: () => gradient(60, 40).avif({ effort: 0 }).toBuffer(),
};

/** Larger than what strangers may show on a card, and no matter here. */
const takenHere = [/6,000 × 6,000/, /1 × 16,385/, /pixels of eight bytes/];

describe('a picture', () => {
  it.each(Object.entries(makers))('that is %s is known by its bytes, and measured', async (type, make) => {
    expect(await verifyPicture(await make())).toEqual({ type, width: 60, height: 40 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of orientation %i is measured as it is shown', async (orientation) => {
    const bytes = await gradient(60, 40).withMetadata({ orientation }).jpeg().toBuffer();
    const shown = orientation < 5 ? { width: 60, height: 40 } : { width: 40, height: 60 };
    expect(await verifyPicture(bytes)).toEqual({ type: 'jpeg', ...shown });
  });

  it('that moves is measured by one of its frames', async () => {
    const { width, height } = await sharp(await animatedWebp(3)).metadata();
    expect(await verifyPicture(await animatedWebp(3))).toEqual({ type: 'webp', width, height });
  });

  it.each(Object.entries(drawn))('is what cards would show as well: %s', async (_name, make) => {
    expect(usualTypes).toContain((await verifyPicture(await make())).type);
  });
});

describe('is no picture', () => {
  const others = Object.entries(foreign).filter(([name]) => name !== 'GIF' && name !== 'AVIF');
  const broken = Object.entries(refused).filter(([name]) => !takenHere.some((taken) => taken.test(name)));
  it.each([...others, ...broken])('%s', async (_name, make) => {
    await expect(verifyPicture(await make())).rejects.toThrow(ImageUnavailableError);
  });

  it.each(Object.entries(makers))('half a %s', async (_type, make) => {
    const bytes = await make();
    await expect(verifyPicture(bytes.subarray(0, bytes.length / 2))).rejects.toThrow(ImageUnavailableError);
  });

  it.each(['gif', 'webp'] as const)('a %s whose last frame is broken', async (format) => {
    const frames = await Promise.all([10, 200].map((shade) => noise(shade).toBuffer()));
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    expect(await verifyPicture(bytes)).toMatchObject({ type: format });
    const end = Math.floor(bytes.length * 0.7);
    const broken = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(bytes.length - end, 0xff)]);
    await expect(verifyPicture(broken)).rejects.toThrow(ImageUnavailableError);
    if (format === 'gif') broken[broken.length - 1] = 0x3b; // and ends well
    await expect(verifyPicture(broken)).rejects.toThrow(ImageUnavailableError);
    await expect(verifyPicture(bytes.subarray(0, end))).rejects.toThrow(ImageUnavailableError);
  });

  it('one with more pixels than it may have, in one frame or in all', async () => {
    const limits = { ...limitsForOwners, maxPixels: 60 * 40 };
    expect(await verifyPicture(await makers.png(), limits)).toMatchObject({ width: 60 });
    const wide = await gradient(61, 40).png().toBuffer();
    await expect(verifyPicture(wide, limits)).rejects.toMatchObject({ reason: /too many pixels/ });
    const { width, height, pages = 1 } = await sharp(await animatedWebp(3)).metadata();
    const frameOnly = { ...limitsForOwners, maxPixels: width * height * pages - 1 };
    const moving = verifyPicture(await animatedWebp(3), frameOnly);
    await expect(moving).rejects.toMatchObject({ reason: /frames have too many pixels/ });
  });
});

function noise(shade: number) {
  const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919 + shade) % 251));
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } }).png();
}

it.each([
  ['a.jpg', 'jpeg'],
  ['a.JPEG', 'jpeg'],
  ['blog/a.b.png', 'png'],
  ['a.webp', 'webp'],
  ['a.gif', 'gif'],
  ['a.avif', 'avif'],
  ['a.svg', undefined],
  ['a', undefined],
  ['jpg', undefined],
  ['a.jpg/b', undefined],
])('by its name, %s is %s', (name, type) => {
  expect(typeOfName(name)).toBe(type);
});

it('no kind is told from fewer bytes than it takes', async () => {
  for (const make of Object.values(makers)) {
    expect(pictureTypeOf((await make()).subarray(0, 2))).toBeUndefined();
  }
});
