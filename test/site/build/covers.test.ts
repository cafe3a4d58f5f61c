import { expect, it } from 'vitest';
import { type CoverPlace, readCovers } from '../../../src/site/build/covers.ts';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { gradient } from '../../card/pictures/support/pictures.ts';
import { makeSite } from './support.ts';

const site = new URL('https://example.com/');
const pictures = {
  'img/large.png': await gradient(800, 500).png().toBuffer(),
  'img/narrow.png': await gradient(390, 500).png().toBuffer(),
  'img/low.png': await gradient(800, 100).png().toBuffer(),
  'img/broken.png': Buffer.from('no picture'),
  'img/drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"></svg>'),
  'img/logo.png': await gradient(800, 500).png().toBuffer(),
  'blog/near.png': await gradient(800, 500).png().toBuffer(),
};

const withPicture = (src: string) =>
  `<article><h1>A</h1><img src="${src}" width="900" height="600"></article>`;

async function coverOf(src: string, place: Partial<CoverPlace> = {}): Promise<string | undefined> {
  const { folder } = makeSite(pictures);
  const page = readFacts(withPicture(src), { path: 'blog/a.html', siteUrl: site });
  return (await readCovers([page], { folder, site, mode: 'static', ...place })).get('blog/a.html');
}

it.each([
  '/img/large.png',
  '../img/large.png',
  'near.png',
  'https://example.com/img/large.png',
  '/img/drawing.svg',
])('a picture of the site itself, %s, is shown', async (src) => {
  expect(await coverOf(src)).toBe(src);
});

it.each([
  ['narrow', '/img/narrow.png'],
  ['low', '/img/low.png'],
  ['broken', '/img/broken.png'],
  ['missing', '/img/none.png'],
  ['a logo', '/img/logo.png'],
  ['outside', '/../../secret.png'],
  ["somebody else's", 'https://cdn.example.net/large.png'],
])('one that is %s is not, and nobody is warned', async (_, src) => {
  expect(await coverOf(src)).toBeUndefined();
});

it('a picture of another host is shown where the project allows the host', async () => {
  const src = 'https://cdn.example.net/large.png';
  expect(await coverOf(src, { imageHosts: ['cdn.example.net'] })).toBe(src);
  expect(await coverOf('http://cdn.example.net/a.png', { imageHosts: ['cdn.example.net'] })).toBeUndefined();
});

it('a card by address shows no file of the site, unless the site is a host that is allowed', async () => {
  expect(await coverOf('/img/large.png', { mode: 'function' })).toBeUndefined();
  expect(await coverOf('/img/large.png', { mode: 'function', imageHosts: ['example.com'] })).toBe(
    '/img/large.png',
  );
});

it('a picture that three pages have is that of none, whatever lists show it too', async () => {
  const { folder } = makeSite(pictures);
  const facts = (paths: readonly string[]) =>
    paths.map((path) => readFacts(withPicture('/img/large.png'), { path, siteUrl: site }));
  const covers = (paths: readonly string[]) => readCovers(facts(paths), { folder, site, mode: 'static' });
  expect([...(await covers(['a.html', 'b.html', 'c.html'])).keys()]).toEqual([]);
  expect([
    ...(await covers(['a.html', 'fr/a.html', 'index.html', 'tags/x.html', 'blog/index.html'])).keys(),
  ]).toEqual(['a.html', 'fr/a.html']);
});
