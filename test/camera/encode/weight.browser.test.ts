import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { once } from '../../../src/card/fonts/once.ts';
import { takeSmallest } from '../../../src/camera/take-smallest.ts';
import { openCamera } from '../../support/browsers.ts';
import { ordinaryCard, rawCard } from '../../support/cards.ts';
import { rgb } from '../../support/pixels.ts';

/** Noise in every pixel, which no encoder makes small. */
const noisyCard = once(async () => {
  const [width, height] = [1200, 630];
  let state = 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    return (state ^= state << 5) & 0xff;
  };
  const data = Buffer.from(Array.from({ length: width * height * 3 }, next));
  const noise = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(1)
    .png()
    .toBuffer();
  return rawCard(
    `<!doctype html><style>*{margin:0}</style><img src="data:image/png;base64,${noise.toString('base64')}">`,
  );
});

describe('a picture within the byte budget', () => {
  it('is as it comes from the browser, at the usual quality', async () => {
    const camera = await openCamera();
    const picture = await camera.take(await ordinaryCard('Hello'), 'jpeg');
    expect(picture).toMatchObject({ quality: 90, overBudget: false });
  });
});

describe.each(['jpeg', 'webp'] as const)('a %s over the byte budget', (format) => {
  it('is made again of lossless pixels, at the best quality that fits', async () => {
    const usual = await (await openCamera({ budgetKilobytes: 10_000 })).take(await noisyCard(), format);
    const budgetKilobytes = Math.floor((usual.bytes.length / 1000) * 0.8);
    const picture = await (await openCamera({ budgetKilobytes })).take(await noisyCard(), format);
    expect(picture.overBudget).toBe(false);
    expect(picture.quality).toBeLessThan(usual.quality!);
    expect(picture.bytes.length).toBeLessThanOrEqual(budgetKilobytes * 1000);
    expect(picture.bytes.length).toBeGreaterThan(budgetKilobytes * 1000 * 0.85);
    expect(await sharp(picture.bytes).metadata()).toMatchObject({ format, width: 1200, height: 630 });
  });

  it('is said to be over it where no quality fit to be seen would do', async () => {
    const picture = await (await openCamera({ budgetKilobytes: 20 })).take(await noisyCard(), format);
    expect(picture.overBudget).toBe(true);
    expect(picture.quality).toBe(75);
  });
});

it('full chroma keeps a red hairline on blue as red as it is, and half chroma does not', async () => {
  const card = rawCard(
    '<!doctype html><style>*{margin:0}body{background:#00f}div{position:absolute;left:101px;top:0;width:1px;height:600px;background:#f00}</style><div>',
  );
  const camera = await openCamera();
  const redAt = async (chroma: 'full' | undefined) => {
    const { bytes } = await camera.take({ ...card, chroma }, 'jpeg');
    const pixels = await rgb(bytes);
    const at = (300 * 1200 + 101) * 3;
    return pixels[at]! - pixels[at + 2]!;
  };
  expect(await redAt('full')).toBeGreaterThan(200);
  expect(await redAt(undefined)).toBeLessThan(150);
});

describe('a heavy JPEG in full chroma', () => {
  it('keeps every pixel’s own colour at less quality', async () => {
    const camera = await openCamera({ budgetKilobytes: 400 });
    const picture = await camera.take({ ...(await noisyCard()), chroma: 'full' }, 'jpeg');
    expect(picture.quality).toBeLessThan(90);
    expect(await sharp(picture.bytes).metadata()).toMatchObject({ chromaSubsampling: '4:4:4' });
  });
});

describe('a PNG', () => {
  it('loses nothing, and is packed harder where it is over the budget', async () => {
    const card = await ordinaryCard('A headline of some length, to have some weight');
    const usual = await (await openCamera()).take(card, 'png');
    const budgetKilobytes = Math.floor(usual.bytes.length / 1000);
    const harder = await (await openCamera({ budgetKilobytes })).take(card, 'png');
    expect(harder.bytes.length).toBeLessThan(usual.bytes.length * 0.9);
    expect(harder).toMatchObject({ overBudget: false, quality: undefined });
    expect((await rgb(harder.bytes)).equals(await rgb(usual.bytes))).toBe(true);
    const photo = await (await openCamera()).take(await noisyCard(), 'png');
    expect(photo).toMatchObject({ overBudget: true, quality: undefined });
  });
});

describe('the smaller of two', () => {
  it('is the PNG of a flat card, and the JPEG of a photo', async () => {
    const camera = await openCamera();
    const flat = await takeSmallest(await ordinaryCard('Hello'), camera);
    const jpeg = await camera.take(await ordinaryCard('Hello'), 'jpeg');
    expect(flat.format).toBe('png');
    expect(flat.bytes.length).toBeLessThan(jpeg.bytes.length);
    expect((await takeSmallest(await noisyCard(), camera)).format).toBe('jpeg');
  });
});

it('names the budget to the cache: another one is another picture', async () => {
  const [one, other] = [await openCamera(), await openCamera({ budgetKilobytes: 200 })];
  expect(one.engine).not.toBe(other.engine);
});
