import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readIcon } from '../../../src/card/pictures/icon.ts';

function iconFile(bytes: Buffer | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-icon-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'icon'), bytes);
  return join(folder, 'icon');
}

const flat = (side: number, background: string) =>
  sharp({ create: { width: side, height: side, channels: 4, background } })
    .png()
    .toBuffer();
const svg = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`;

/** An ICO file with these pictures inside. */
function ico(entries: readonly { side: number; data: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + entries.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  entries.forEach(({ side, data }, index) => {
    const at = 6 + index * 16;
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...entries.map(({ data }) => data)]);
}

/** A bitmap as ICO files hold it: no file header, twice as high for its mask. */
function bitmap(side: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(side, 4);
  head.writeInt32LE(side * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const pixels = Buffer.concat(Array(side * side).fill(Buffer.from([blue, green, red, 255])) as Buffer[]);
  return Buffer.concat([head, pixels, Buffer.alloc(Math.ceil(side / 32) * 4 * side)]);
}

describe('an icon', () => {
  it.each([
    ['PNG', () => flat(180, '#2a7d5f'), 180],
    ['SVG', () => Promise.resolve(Buffer.from(svg('<circle cx="50" cy="50" r="50" fill="#2a7d5f"/>'))), 512],
    [
      'GIF',
      async () =>
        sharp(await flat(32, '#2a7d5f'))
          .gif()
          .toBuffer(),
      32,
    ],
    ['ICO of a bitmap', () => Promise.resolve(ico([{ side: 32, data: bitmap(32, [0x2a, 0x7d, 0x5f]) }])), 32],
    ['ICO of a PNG', async () => ico([{ side: 48, data: await flat(48, '#2a7d5f') }]), 48],
    [
      'ICO of several, by its largest',
      async () =>
        ico([
          { side: 16, data: bitmap(16, [255, 0, 0]) },
          { side: 256, data: await flat(256, '#2a7d5f') },
          { side: 32, data: bitmap(32, [255, 0, 0]) },
        ]),
      256,
    ],
  ])('is read from %s', async (_name, make, side) => {
    const icon = await readIcon(iconFile(await make()));
    expect(icon).toMatchObject({ width: side, height: side });
    expect(icon?.dataUrl).toMatch(/^data:image\/(?:png|jpeg);base64,/);
    expect(icon?.mainColor).toMatch(/^#2[89a-d]7[b-f](?:5[d-f]|6[01])$/);
  });

  it.each([
    ['nothing', ''],
    ['three bytes', 'ico'],
    ['words', 'not an icon at all'],
    ['an ICO of nothing', ico([])],
    ['an ICO that breaks off', ico([{ side: 32, data: bitmap(32, [1, 2, 3]).subarray(0, 50) }])],
    ['an ICO that points nowhere', ico([{ side: 32, data: Buffer.alloc(0) }])],
  ])('is none in a file of %s', async (_name, bytes) => {
    expect(await readIcon(iconFile(bytes))).toBeUndefined();
  });

  it('is none where there is no file', async () => {
    expect(await readIcon('/nowhere/favicon.ico')).toBeUndefined();
  });
});

describe('its colour', () => {
  const background = '<rect width="100" height="100" fill="#fff"/>';

  it.each([
    [
      'of the sign and not of its ground',
      `${background}<circle cx="50" cy="50" r="30" fill="#d6336c"/>`,
      /^#d[4-8]3[1-5]6[a-e]$/,
    ],
    [
      'of the larger of two',
      '<rect width="70" height="100" fill="#1971c2"/><rect x="70" width="30" height="100" fill="#f08c00"/>',
      /^#1[7-b]7[0-2]c[0-4]$/,
    ],
    [
      'the vivid one beside much pale grey',
      '<rect width="100" height="100" fill="#dfe3e6"/><rect width="30" height="30" fill="#e8590c"/>',
      /^#e[6-a]5[7-b]0[b-f]$/,
    ],
    [
      'red on both sides of the circle of hues',
      '<rect width="50" height="100" fill="#e0102a"/><rect x="50" width="50" height="100" fill="#e02a10"/>',
      /^#[de].1.1.$/,
    ],
  ])('is %s', async (_name, body, color) => {
    expect((await readIcon(iconFile(svg(body))))?.mainColor).toMatch(color);
  });

  it.each([
    ['black on nothing', '<circle cx="50" cy="50" r="40" fill="#111"/>'],
    ['black on white', `${background}<circle cx="50" cy="50" r="40" fill="#000"/>`],
    ['grey', '<rect width="100" height="100" fill="#868e96"/>'],
    ['white', background],
    ['to be seen through', '<circle cx="50" cy="50" r="40" fill="#d6336c" opacity="0.2"/>'],
    [
      'grey but for a speck',
      '<rect width="100" height="100" fill="#888"/><rect width="8" height="8" fill="red"/>',
    ],
  ])('is none where it is %s', async (_name, body) => {
    const icon = await readIcon(iconFile(svg(body)));
    expect(icon).toBeDefined();
    expect(icon?.mainColor).toBeUndefined();
  });
});
