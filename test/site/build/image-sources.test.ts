import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readLocalImage } from '../../../src/card/pictures/local-file.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { absoluteImages, locateImages } from '../../../src/site/build/image-sources.ts';
import { templates } from '../../../templates/index.ts';

const registry = new TemplateRegistry(templates);
const pictures = ['img/plain.png', 'img/a b.png', 'img/c#1.png', 'img/grün.png', 'img/50%-off.png', 'blog/cover.png', 'blog/first/near.png']; // prettier-ignore

function makeFolder(): string {
  const outside = mkdtempSync(join(tmpdir(), 'cardstock-sources-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  const folder = join(outside, 'site');
  for (const path of pictures) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'a picture');
  }
  writeFileSync(join(outside, 'secret.png'), 'a secret');
  symlinkSync(join(outside, 'secret.png'), join(folder, 'img/link.png'));
  return folder;
}

const request = (cover: string) => ({ template: 'episode', props: { title: 'An episode', cover } });
const page = { path: 'blog/first/index.html', url: 'https://example.com/kiln/blog/first' };

async function locate(cover: string, site = 'https://example.com/kiln/'): Promise<string> {
  const place = { folder: makeFolder(), site: new URL(site), page };
  const { props } = await locateImages(request(cover), registry, place);
  return (props as { cover: string }).cover;
}

describe('a picture of the site is found', () => {
  it.each([
    ['https://example.com/kiln/img/plain.png', 'img/plain.png'],
    ['http://example.com/kiln/img/plain.png', 'img/plain.png'],
    ['//example.com/kiln/img/plain.png', 'img/plain.png'],
    ['https://www.example.com/kiln/img/plain.png', 'img/plain.png'],
    ['HTTPS://Example.COM/kiln/img/plain.png', 'img/plain.png'],
    ['https://example.com/kiln/img/plain.png?v=3', 'img/plain.png'],
    ['https://example.com/kiln/img/plain.png#top', 'img/plain.png'],
    ['https://example.com/kiln/img/c%231.png', 'img/c#1.png'],
    ['https://example.com/kiln/img/gr%C3%BCn.png', 'img/grün.png'],
    ['https://example.com/kiln/img/50%-off.png', 'img/50%-off.png'],
    ['https://example.com/kiln/img/50%25-off.png', 'img/50%-off.png'],
    ['/kiln/img/plain.png', 'img/plain.png'],
    ['/img/plain.png', 'img/plain.png'],
    ['/img/plain.png?v=3', 'img/plain.png'],
    ['/img/a%20b.png', 'img/a b.png'],
    ['/img/a b.png', 'img/a b.png'],
    ['/img/c#1.png', 'img/c#1.png'],
    ['/img/grün.png', 'img/grün.png'],
    ['img/plain.png', 'img/plain.png'],
    ['./img/plain.png', 'img/plain.png'],
    ['cover.png', 'blog/cover.png'],
    ['../cover.png', 'blog/cover.png'],
    ['near.png', 'blog/first/near.png'],
    ['../../img/plain.png', 'img/plain.png'],
    ['img\\plain.png', 'img/plain.png'],
  ])('by %s', async (source, path) => {
    expect(await locate(source)).toBe(path);
  });

  it('below www. too, where the site lives there', async () => {
    expect(await locate('https://example.com/img/plain.png', 'https://www.example.com/')).toBe(
      'img/plain.png',
    );
  });
});

it.each([
  'https://images.example.com/kiln/img/plain.png',
  'https://example.com/other/img/plain.png',
  'https://example.com:8443/kiln/img/plain.png',
  'ftp://example.com/kiln/img/plain.png',
  'data:image/png;base64,AAAA',
  'https://[',
  'mailto:a@example.com',
])('%s is left as it is: it does not lie on the site', async (source) => {
  expect(await locate(source)).toBe(source);
});

it.each([
  '../../../secret.png',
  '/../secret.png',
  '..%2f..%2f..%2fsecret.png',
  '/%2e%2e/%2e%2e/secret.png',
  'https://example.com/kiln/..%2fsecret.png',
  'https://example.com/kiln/img/link.png',
  '/img/link.png',
  '/img/plain.png%00',
])('%s leads nowhere but below the folder', async (source) => {
  const rootFolder = makeFolder();
  const place = { folder: rootFolder, site: new URL('https://example.com/kiln/'), page };
  const { props } = await locateImages(request(source), registry, place);
  // What is not found is named all the same, and refused where it is read.
  await expect(readLocalImage((props as { cover: string }).cover, rootFolder)).rejects.toThrow();
});

it('a function asks the site for them, spelled as URLs are', async () => {
  const site = new URL('https://example.com/kiln/');
  const asked = async (cover: string) => {
    const { props } = await absoluteImages(request(cover), registry, site);
    return (props as { cover?: string }).cover;
  };
  expect(await asked('img/c#1.png')).toBe('https://example.com/kiln/img/c%231.png');
  expect(await asked('img/50%-off.png')).toBe('https://example.com/kiln/img/50%25-off.png');
  expect(await asked('https://images.example.com/a.png')).toBe('https://images.example.com/a.png');
  expect(await asked('http://images.example.com/a.png')).toBeUndefined();
});
