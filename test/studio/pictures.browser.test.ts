import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOriginals } from '../../src/pictures/originals/open-originals.ts';
import { gradient } from '../card/pictures/support/pictures.ts';
import { pathsOf } from '../pictures/originals/conformance.ts';
import { OpenStudio } from './support/open-studio.ts';

const patience = { timeout: 20_000 };
let studio: OpenStudio;
const file = (name: string) => join(studio.project.folder, name);

beforeEach(async () => {
  studio = await OpenStudio.open();
  mkdirSync(file('pictures/blog'), { recursive: true });
  writeFileSync(file('pictures/blog/kept.png'), await gradient(90, 60).png().toBuffer());
  writeFileSync(file('My photo (1).jpg'), await gradient(120, 80).jpeg().toBuffer());
  writeFileSync(file('no picture.png'), 'text');
  await studio.show('?template=hello&example=short&tab=pictures');
});
afterEach(async () => {
  await studio.close();
  expect(studio.complaints).toEqual([]);
});

const textOf = (selector: string) =>
  studio.page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent));
const tiles = () => textOf('.gallery li .name');

async function upload(...names: string[]): Promise<void> {
  const input = (await studio.page.$('.pictures .drop input')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...names.map(file));
}

it('pictures of the site are listed, taken in, shown in their sizes, used and removed', async () => {
  await expect.poll(tiles, patience).toEqual(['blog/kept.png']);

  await upload('My photo (1).jpg', 'no picture.png');
  await expect.poll(() => textOf('.uploads .is-done .name'), patience).toEqual(['My photo (1).jpg']);
  await expect
    .poll(() => textOf('.uploads .is-failed .problem'), patience)
    .toEqual(['This is no picture, by its first bytes. Valid: png.']);
  await expect.poll(tiles, patience).toEqual(['My-photo-1.jpg', 'blog/kept.png']);
  expect(await pathsOf(openOriginals(file('pictures')))).toEqual(['My-photo-1.jpg', 'blog/kept.png']);

  await expect.poll(() => textOf('.picture-details h2'), patience).toEqual(['My-photo-1.jpg']);
  expect(await textOf('.picture-details .soft')).toEqual(['120 × 80, jpeg, 6 kB']);
  const addresses = await studio.page.$$eval('.addresses a', (links) => links.map(({ href }) => href));
  expect(addresses).toHaveLength(6);
  for (const address of addresses)
    expect((await fetch(address)).headers.get('content-type')).toBe('image/jpeg');

  const before = await studio.picture();
  await studio.click('[aria-label="Use as photo"]');
  await studio.nextPicture(before.url);
  expect(await studio.value('photo')).toMatch(/^a file of/);

  expect(await studio.axe()).toEqual([]);
  for (const width of [360, 768, 1440]) {
    await studio.page.setViewport({ width, height: 900 });
    await expect.poll(() => studio.beyondEdge(), { ...patience, message: `${width}` }).toEqual([]);
  }

  await upload('My photo (1).jpg');
  await expect
    .poll(() => textOf('.uploads .problem'), patience)
    .toEqual([expect.stringMatching(/^Something is at "My-photo-1.jpg" already/)]);
  await studio.click('[aria-label="Remove My-photo-1.jpg"]');
  expect(await tiles()).toHaveLength(2); // nothing is gone before one is sure
  await studio.click('[aria-label="Remove My-photo-1.jpg for good"]');
  await expect.poll(tiles, patience).toEqual(['blog/kept.png']);

  await studio.page.type('.gallery [type=search]', 'never');
  await expect.poll(() => textOf('.gallery > .soft'), patience).toEqual(['No path begins like that.']);
});
