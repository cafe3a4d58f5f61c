import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { disownedImages } from '../../../src/site/survey/page-images.ts';
import { html } from '../judge/support.ts';

const url = new URL('https://night.example.com/');

/** Which fault the image of each page has; the folder has `img/own.png`, an empty `img/empty.png`, and nothing else. */
async function faultsOf(images: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-images-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'img'));
  writeFileSync(join(folder, 'img/own.png'), Buffer.alloc(5000));
  writeFileSync(join(folder, 'img/other 1.png'), Buffer.alloc(5000));
  writeFileSync(join(folder, 'img/empty.png'), '');
  const pages = Object.entries(images).map(([path, image]) =>
    readFacts(html({ title: path, head: `<meta property="og:image" content="${image}">` }), {
      path,
      siteUrl: url,
    }),
  );
  return disownedImages(pages, { folder, url });
}

it('an image that all pages name is the site’s', async () => {
  const image = 'https://night.example.com/img/own.png';
  const [found] = await faultsOf({ 'a.html': image, 'b.html': image, 'c.html': image });
  expect(found).toMatchObject({
    address: image,
    fault: 'shared',
    flaw: undefined,
    pages: ['a.html', 'b.html', 'c.html'],
  });
});

it('so is one that three of many pages name, and not one that two do', async () => {
  const [theme, series] = [
    'https://night.example.com/img/own.png',
    'https://night.example.com/img/other%201.png',
  ];
  const found = await faultsOf({
    'a.html': theme,
    'b.html': theme,
    'c.html': theme,
    'd.html': series,
    'e.html': series,
    'f.html': 'https://cdn.example.org/f.png',
  });
  expect(found.map(({ address }) => address)).toEqual([theme]);
});

it('it is said where the shared image is not there at all', async () => {
  const image = 'https://night.example.com/img/gone.png';
  const [found] = await faultsOf({ 'a.html': image, 'b.html': image, 'c.html': image });
  expect(found).toMatchObject({ fault: 'shared', flaw: 'missing' });
});

it('a page’s very own image is left, and so is one that translations share', async () => {
  const image = 'https://night.example.com/img/own.png';
  expect(
    await faultsOf({
      'a.html': 'https://night.example.com/img/other%201.png',
      'b.html': 'https://cdn.example.org/b.png',
      'en/c.html': image,
      'fr/c.html': image,
      'de/c.html': image,
    }),
  ).toEqual([]);
});

it.each([
  ['undefined', 'no-address'],
  ['/img/own.png', 'no-address'],
  ['img/own.png', 'no-address'],
  ['/', 'no-address'],
  ['data:image/png;base64,AAAA', 'no-address'],
  ['https://night.example.com/img/gone.png', 'missing'],
  ['//night.example.com/img/own.png', 'no-address'],
  ['https://night.example.com/', 'missing'],
  ['https://www.night.example.com/img/gone.png?v=3', 'missing'],
  ['https://night.example.com/img/50%-off.png', 'missing'],
  ['https://night.example.com/img/empty.png', 'empty'],
  ['https://night.example.com/logo.svg', 'no-picture'],
  ['http://localhost:4321/a.png', 'unreachable'],
  ['https://night.example.comassets/a.png', 'unreachable'],
])('%s is nobody’s image', async (image, fault) => {
  const found = await faultsOf({ 'a.html': image, 'b.html': 'https://night.example.com/img/own.png' });
  expect(found.map((one) => one.fault)).toEqual([fault]);
});
