import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { readWebManifest } from '../../../src/site/survey/web-manifest.ts';

const siteUrl = 'https://night.example.com/';
const head = '<title>Bats</title><link rel="manifest" href="/app.json">';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-manifest-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string) {
  await writeFile(join(folder, 'app.json'), content);
  const page = readFacts(`<!doctype html>${head}<h1>Bats</h1>`, { path: 'bats.html', siteUrl });
  return readWebManifest(page, { folder, url: new URL(siteUrl) });
}

const garden = { name: 'Night Garden', theme_color: '#123456' };
const found = { name: 'Night Garden', themeColor: '#123456' };

it.each([
  ['null', [null]],
  ['a number', [7]],
  ['a word', ['icon.png']],
  ['without an address', [{ sizes: '64x64' }]],
])('an icon that is %s costs no other icon, no name and no colour', async (_, icons) => {
  const manifest = JSON.stringify({ ...garden, icons: [...icons, { src: '/good.png' }] });
  expect(await read(manifest)).toEqual({ ...found, icons: ['https://night.example.com/good.png'] });
});

it('a manifest may begin with a byte order mark', async () => {
  expect(await read(`\uFEFF${JSON.stringify(garden)}`)).toEqual({ ...found, icons: [] });
});

it.each(['', '[]', 'null', '7', '{"name":'])('a manifest of %j says nothing', async (content) => {
  expect(await read(content)).toMatchObject({ icons: [] });
});
