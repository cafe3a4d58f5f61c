import sharp from 'sharp';
import { expect, it } from 'vitest';
import { tileOf } from '../../templates/parts/tile.ts';

/** A ring of one colour on nothing. */
async function ring(color: string, format: 'png' | 'jpeg' = 'png'): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle cx="40" cy="30" r="20" fill="none" stroke="${color}" stroke-width="9"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).toFormat(format).toBuffer();
  return `data:image/${format};base64,${bytes.toString('base64')}`;
}

it.each(['#000000', '#16181d', '#2f5bea', '#b4235a', '#7a7a7a'])(
  '%s on nothing lies on white',
  async (color) => {
    expect(tileOf(await ring(color))).toBe('#ffffff');
  },
);

it.each(['#ffffff', '#f4f3ef', '#ffe94a', '#d8f5c0'])('%s on nothing lies on near black', async (color) => {
  expect(tileOf(await ring(color))).toBe('#16181d');
});

it('a picture that covers its ground needs no other', async () => {
  expect(tileOf(await ring('#000000', 'jpeg'))).toBeUndefined();
});
