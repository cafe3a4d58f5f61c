import { symlinkSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it, vi } from 'vitest';
import { drawn, foreign, refused, secret } from '../../card/pictures/support/hostile-files.ts';
import { folderOf, servePictures } from './support.ts';

/** Of kinds or sizes that strangers may not show on a card, and no matter of a site's own pictures. */
const takenHere = [/^GIF$/, /^AVIF$/, /6,000 × 6,000/, /1 × 16,385/, /pixels of eight bytes/];

beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

async function filesOf(hostile: readonly (readonly [string, () => Buffer | Promise<Buffer>])[]) {
  const made = hostile.map(async ([, make], at) => [`${at}.png`, Buffer.from(await make())] as const);
  return Object.fromEntries(await Promise.all(made));
}

it('of hostile pictures none is shown and none is stored, in whatever format they are asked for', async () => {
  const hostile = Object.entries({ ...foreign, ...refused });
  const files = await filesOf(hostile.filter(([name]) => !takenHere.some((taken) => taken.test(name))));
  const { ask, stored } = await servePictures({ pictures: folderOf(files) });
  for (const [at, name] of Object.keys(files).entries()) {
    const ending = ['webp', 'jpg', 'png', 'avif'][at % 4];
    const response = await ask(`/img/${name}-${at % 2 ? 'md' : 'thumb'}.${ending}`);
    expect([name, response.status]).toEqual([name, 422]);
    expect(response.headers.get('content-type')).not.toMatch(/image|html/);
  }
  expect(await stored()).toEqual([]);
  expect((await ask('/img/none.png')).status).toBe(404); // it is still there
});

it('of odd pictures nothing but the pixels is shown', async () => {
  const files = await filesOf(Object.entries(drawn));
  const { ask } = await servePictures({ pictures: folderOf(files) });
  for (const name of Object.keys(files)) {
    const response = await ask(`/img/${name}-sm.webp`);
    expect([name, response.status]).toEqual([name, 200]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.includes(secret)).toBe(false);
    const metadata = await sharp(bytes).metadata();
    for (const extra of ['exif', 'icc', 'xmp', 'iptc', 'orientation', 'comments'])
      expect(metadata).not.toHaveProperty(extra);
  }
});

/** As sent: `fetch` would tidy these up. */
const escapes = [
  '/img/../secret.png',
  '/img/%2e%2e/secret.png',
  '/img/..%2fsecret.png',
  '/img/..%5csecret.png',
  '/img/a/../../secret.png',
  '/img//secret.png',
  '/img/.hidden.png',
  '/img/%2ehidden-md.png',
  '/img/a%00.png',
  '/img/a%0d%0ax.png',
  '/img/%c0%ae%c0%ae/secret.png',
  '/img/a.png%3Fv',
  '/img/C:/secret.png',
  `/img/${'a'.repeat(800)}.png`,
  `/img/${'a/'.repeat(300)}b.png`,
  '/img/%e2%80%aea.png',
  '/img/link.png',
  '/img/folder/secret-md.png',
];

it('no address leads out of the folder, to what is hidden, or into a crash', async () => {
  const outside = folderOf({
    'secret.png': await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
      .png()
      .toBuffer(),
  });
  const pictures = folderOf({ '.hidden.png': Buffer.from('x'), 'a.png': Buffer.from('x') });
  symlinkSync(join(outside, 'secret.png'), join(pictures, 'link.png'));
  symlinkSync(outside, join(pictures, 'folder'));
  const { origin, stored } = await servePictures({ pictures });
  const statuses = await Promise.all(
    escapes.map(async (path) => [path, await statusOf(origin, path)] as const),
  );
  for (const [path, status] of statuses) expect([path, status]).toEqual([path, expect.toBeOneOf([400, 404])]);
  expect(await stored()).toEqual([]);
});

function statusOf(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    get({ hostname, port, path }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}
