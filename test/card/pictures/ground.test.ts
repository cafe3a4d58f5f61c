import sharp from 'sharp';
import { expect, it } from 'vitest';
import { resolveImage } from '../../../src/card/pictures/resolve-image.ts';
import { tileOf } from '../../../templates/parts/tile.ts';

/** What a ring of one colour on nothing lies on, as a card gets it. */
async function tileOfRing(color: string, format: 'png' | 'jpeg' = 'png'): Promise<string | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle cx="40" cy="30" r="20" fill="none" stroke="${color}" stroke-width="9"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).toFormat(format).toBuffer();
  const source = `data:image/${format};base64,${bytes.toString('base64')}`;
  return tileOf(await resolveImage(source, { allowedHosts: [] }));
}

it.each(['#000000', '#16181d', '#2f5bea', '#b4235a', '#7a7a7a'])(
  '%s on nothing lies on white',
  async (color) => {
    expect(await tileOfRing(color)).toBe('#ffffff');
  },
);

it.each(['#ffffff', '#f4f3ef', '#ffe94a', '#d8f5c0'])('%s on nothing lies on near black', async (color) => {
  expect(await tileOfRing(color)).toBe('#16181d');
});

it('an icon with rounded corners brings its own ground, unless that would vanish', async () => {
  const icon = async (ground: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="14" fill="${ground}"/><circle cx="32" cy="32" r="12" fill="#888"/></svg>`;
    return tileOf(
      await resolveImage(
        `data:image/png;base64,${(await sharp(Buffer.from(svg)).png().toBuffer()).toString('base64')}`,
        { allowedHosts: [] },
      ),
    );
  };
  expect(await icon('#d9480f')).toBeUndefined();
  expect(await icon('#ffffff')).toBe('#16181d');
  expect(await icon('#0b0c10')).toBe('#ffffff');
});

it('a picture that covers its ground needs no other', async () => {
  expect(await tileOfRing('#000000', 'jpeg')).toBeUndefined();
});

it('what nobody has looked at has no ground', () => {
  expect(tileOf('data:image/png;base64,AAAA')).toBeUndefined();
  expect(tileOf('https://example.com/logo.png')).toBeUndefined();
});
