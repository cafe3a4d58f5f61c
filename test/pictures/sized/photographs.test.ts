import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, servePictures } from './support.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** From the left to the right, the upper row first. */
const corners: readonly Colour[] = [
  [200, 40, 40],
  [40, 160, 60],
  [40, 70, 190],
  [230, 200, 60],
];
const secret = 'SECRET-OF-THE-CAMERA';
const size = { width: 800, height: 600 };

/** A rectangle in four colours: which way up it is, and what became of its colours, any pixel tells. */
function scene(): Sharp {
  const quarter = ([r, g, b]: Colour) => ({
    create: { width: 400, height: 300, channels: 4 as const, background: { r, g, b, alpha: 1 } },
  });
  const blank = { create: { ...size, channels: 4 as const, background: '#0000' } };
  const placed = corners.map((colour, at) => ({
    input: quarter(colour),
    left: (at % 2) * 400,
    top: Math.floor(at / 2) * 300,
  }));
  return sharp(blank).composite(placed).png();
}

/** Pixels as a camera keeps them that was held so. */
async function held(orientation: number): Promise<Buffer> {
  const upright = await scene().removeAlpha().toBuffer();
  const turned = {
    1: sharp(upright),
    2: sharp(upright).flop(),
    3: sharp(upright).rotate(180),
    4: sharp(upright).flip(),
    5: sharp(await sharp(upright).rotate(90).toBuffer()).flop(),
    6: sharp(upright).rotate(270),
    7: sharp(await sharp(upright).rotate(90).toBuffer()).flip(),
    8: sharp(upright).rotate(90),
  }[orientation]!;
  const exif = { IFD0: { Artist: secret } };
  return turned.jpeg({ quality: 95 }).withExif(exif).withMetadata({ orientation }).toBuffer();
}

async function frames(count: number): Promise<Buffer[]> {
  const opaque = await scene().removeAlpha().toBuffer();
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      sharp(opaque)
        .rotate(at * 180)
        .toBuffer(),
    ),
  );
}

const flat = async () => sharp(await scene().removeAlpha().toBuffer());

/** Each is the scene, whatever it is written in. */
const photographs: Readonly<Record<string, () => Promise<Buffer>>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((way) => [`exif-${way}.jpg`, () => held(way)])),
  'cmyk.jpg': async () =>
    (await flat()).toColourspace('cmyk').jpeg({ quality: 95 }).withIccProfile('cmyk').toBuffer(),
  'p3.jpg': async () => (await flat()).jpeg({ quality: 95 }).withIccProfile('p3').toBuffer(),
  'p3.png': async () => (await flat()).png().withIccProfile('p3').toBuffer(),
  'deep.png': async () => (await flat()).toColourspace('rgb16').png().toBuffer(),
  'palette.png': async () => (await flat()).png({ palette: true }).toBuffer(),
  'clear.png': () => scene().toBuffer(),
  'progressive.jpg': async () => (await flat()).jpeg({ quality: 95, progressive: true }).toBuffer(),
  'modern.avif': async () => (await flat()).avif({ quality: 90, effort: 0 }).toBuffer(),
  'moving.gif': async () =>
    sharp(await frames(3), { join: { animated: true } })
      .gif({ delay: [90, 90, 90] })
      .toBuffer(),
  'moving.webp': async () =>
    sharp(await frames(3), { join: { animated: true } })
      .webp({ quality: 95, delay: [90, 90, 90] })
      .toBuffer(),
};

let files: Record<string, Buffer>;
beforeAll(async () => {
  const made = Object.entries(photographs).map(async ([name, make]) => [name, await make()] as const);
  files = Object.fromEntries(await Promise.all(made));
});

/** The colours in the middle of the quarters, of the first frame. */
async function cornersOf(bytes: Buffer): Promise<Colour[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [0, 1, 2, 3].map((at) => {
    const x = Math.round(info.width * (at % 2 ? 0.75 : 0.25));
    const y = Math.round(info.height * (at < 2 ? 0.25 : 0.75));
    const start = (y * info.width + x) * info.channels;
    return [data[start]!, data[start + 1]!, data[start + 2]!] as const;
  });
}

function furthest(seen: readonly Colour[], meant: readonly Colour[]): number {
  return Math.max(
    ...seen.flatMap((colour, at) => colour.map((value, channel) => Math.abs(value - meant[at]![channel]!))),
  );
}

/** Ink has no such blue. */
const tolerance = (name: string) => (name.startsWith('cmyk') ? 70 : 12);

describe('a photograph', () => {
  it.each(Object.keys(photographs))(
    '%s is upright, in its colours, and has nothing with it',
    async (name) => {
      const { ask } = await servePictures({ pictures: folderOf({ [name]: files[name]! }) });
      for (const ending of ['jpg', 'webp', 'png', 'avif']) {
        const response = await ask(`/img/${name}-sm.${ending}`);
        expect([ending, response.status]).toEqual([ending, 200]);
        const bytes = Buffer.from(await response.arrayBuffer());
        const metadata = await sharp(bytes).metadata();
        expect(metadata).toMatchObject({ width: 320, height: 240, space: 'srgb', depth: 'uchar' });
        for (const extra of ['exif', 'icc', 'xmp', 'iptc', 'orientation'])
          expect(metadata).not.toHaveProperty(extra);
        expect(bytes.includes(secret)).toBe(false);
        expect(furthest(await cornersOf(bytes), corners)).toBeLessThan(tolerance(name));
      }
    },
  );

  it.each([6, 7])('that was held as EXIF %i says is cut as one sees it', async (way) => {
    const environment = { OG_PICTURE_RULES: '{"sizes":["100x300"],"focus":{"a":[0,0.5]}}' };
    const pictures = folderOf({ 'a.jpg': files[`exif-${way}.jpg`]! });
    const { ask } = await servePictures({ pictures, environment });
    const bytes = Buffer.from(await (await ask('/img/a-100x300.png')).arrayBuffer());
    const [topLeft, , bottomLeft] = corners as [Colour, Colour, Colour];
    expect(furthest(await cornersOf(bytes), [topLeft, topLeft, bottomLeft, bottomLeft])).toBeLessThan(12);
  });

  it('that one sees through stays so, and lies on white where it cannot', async () => {
    const clear = await sharp({
      create: { ...size, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { ask } = await servePictures({ pictures: folderOf({ 'a.png': clear }) });
    const pixelOf = async (path: string, accept = '*/*') => {
      const response = await ask(path, { headers: { accept } });
      const raw = await sharp(Buffer.from(await response.arrayBuffer()))
        .raw()
        .toBuffer({ resolveWithObject: true });
      return {
        type: response.headers.get('content-type'),
        pixel: [...raw.data.subarray(0, raw.info.channels)],
      };
    };
    for (const ending of ['png', 'webp', 'avif'])
      expect((await pixelOf(`/img/a-sm.${ending}`)).pixel.at(3)).toBeCloseTo(128, -1);
    const { pixel } = await pixelOf('/img/a-sm.jpg');
    expect(furthest([pixel as unknown as Colour], [[227, 127, 127]])).toBeLessThan(4);
    expect(await pixelOf('/img/a-sm')).toMatchObject({ type: 'image/png' });
  });

  it.each(['moving.gif', 'moving.webp'])('that moves, %s, moves as WebP in every size', async (name) => {
    const { ask } = await servePictures({ pictures: folderOf({ [name]: files[name]! }) });
    const accept = 'image/avif,image/webp,*/*';
    for (const [path, height] of [
      ['sm.webp', 240],
      ['thumb.webp', 200],
      ['sm', 240],
    ] as const) {
      const response = await ask(`/img/${name}-${path}`, { headers: { accept } });
      expect(response.headers.get('content-type')).toBe('image/webp');
      const metadata = await sharp(Buffer.from(await response.arrayBuffer()), { animated: true }).metadata();
      expect(metadata).toMatchObject({ pages: 3, pageHeight: height, delay: [90, 90, 90] });
    }
  });
});
