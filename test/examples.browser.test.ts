import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metaOf } from './site/build/support.ts';

// The real tools, in examples/node_modules, and the built package they import; `make test` has both.
const examples = join(import.meta.dirname, '../examples');
const bin = (name: string) => join(examples, 'node_modules/.bin', name);
const cli = join(examples, '../dist/src/cli/main.js');
const run = promisify(execFile);

/** Runs a tool in an example, with nothing there that an earlier run has made. */
async function build(example: string, made: readonly string[], command: readonly string[]) {
  const folder = join(examples, example);
  const clean = () =>
    Promise.all(
      [...made, '.cardstock'].map((name) => rm(join(folder, name), { recursive: true, force: true })),
    );
  await clean();
  const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTEXT: 'production', NODE_ENV: '' };
  const { stdout } = await run(process.execPath, [...command], { cwd: folder, env: environment });
  return { folder, stdout, clean };
}

/** A built page names an image that is there, as large as it says. */
async function checkPage(folder: string, path: string, site: string): Promise<string> {
  const html = await readFile(join(folder, path), 'utf8');
  const url = metaOf(html, 'og:image')!;
  expect(url).toMatch(new RegExp(`^${site}/og/[\\w-]{22}\\.jpg$`));
  const image = await sharp(join(folder, new URL(url).pathname)).metadata();
  expect(image).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  return html;
}

describe('an example', () => {
  it('of Vite has cards after its build', async () => {
    const { folder, stdout, clean } = await build('vite', ['dist'], [bin('vite'), 'build']);
    expect(stdout).toContain('cardstock: 1 page with a card, 1 image made');
    await checkPage(join(folder, 'dist'), 'index.html', 'https://vite.example.com');
    await clean();
  });

  it('of Astro has cards after its build, at the site of its own config', async () => {
    const { folder, stdout, clean } = await build('astro', ['dist', '.astro'], [bin('astro'), 'build']);
    expect(stdout).toContain('[cardstock] 2 pages with a card, 2 images made');
    const html = await checkPage(join(folder, 'dist'), 'blog/first/index.html', 'https://astro.example.com');
    expect(metaOf(html, 'og:image:alt')).toBe('夜行列車が帰ってくる、著者：上田 あい');
    await clean();
  });

  it('of Eleventy has cards after its build', async () => {
    const { folder, stdout, clean } = await build('eleventy', ['_site'], [bin('eleventy')]);
    expect(stdout).toContain('cardstock: 1 page with a card, 1 image made');
    await checkPage(join(folder, '_site'), 'index.html', 'https://eleventy.example.com');
    await clean();
  });

  it.each([
    ['vite', ['dist'], [bin('vite'), 'build', '--base', '/kiln/'], 'dist'],
    ['astro', ['dist', '.astro'], [bin('astro'), 'build', '--base', '/kiln'], 'dist'],
    ['eleventy', ['_site'], [bin('eleventy'), '--pathprefix=/kiln/'], '_site'],
  ])('of %s that lives below a path says so in its addresses', async (name, made, command, output) => {
    const { folder, clean } = await build(name, made, command);
    const html = await readFile(join(folder, output, 'index.html'), 'utf8');
    const [, path] = metaOf(html, 'og:image')!.split(`https://${name}.example.com/kiln/`);
    expect(metaOf(html, 'og:url')).toBe(`https://${name}.example.com/kiln/`);
    expect(await sharp(join(folder, output, path!)).metadata()).toMatchObject({ width: 1200 });
    await clean();
  });

  it('of Netlify Build has cards before it is deployed, and the next build has them from the cache', async () => {
    await rm(join(examples, 'netlify/.netlify'), { recursive: true, force: true });
    const words = [bin('netlify-build'), '--offline', '--telemetry=false'];
    const first = await build('netlify', ['public'], words);
    expect(first.stdout).toContain('1 page with a card, 1 image made');
    const { folder, stdout, clean } = await build('netlify', ['public'], words);
    expect(stdout).toContain('1 page with a card, 0 images made');
    await checkPage(join(folder, 'public'), 'index.html', 'https://netlify.example.com');
    await clean();
  });
});

describe('a page of plain HTML, read as others read it', () => {
  const site = 'https://lamp-room.example.com';
  const require = createRequire(join(examples, 'package.json'));
  let html: string;
  let address: string;
  let close: () => Promise<unknown>;

  beforeAll(async () => {
    const { folder } = await build('html', ['public/og'], [cli, 'build', 'public']);
    html = await checkPage(join(folder, 'public'), 'fog.html', site);
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end(html),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    close = async () => {
      server.close();
      await run(process.execPath, [cli, 'build', 'public', '--undo'], { cwd: folder });
      await rm(join(folder, '.cardstock'), { recursive: true, force: true });
    };
  });
  afterAll(() => close());

  const title = 'What fog sounds like';
  const alt = `${title}, by Ida Lewis, on The Lamp Room`;
  const image = () => metaOf(html, 'og:image');

  it('by open-graph-scraper', async () => {
    const scrape = require('open-graph-scraper') as (
      options: object,
    ) => Promise<{ result: Record<string, unknown> }>;
    const { result } = await scrape({ html });
    expect(result).toMatchObject({
      ogTitle: title,
      ogImage: [{ url: image(), width: '1200', height: '630', alt, type: 'image/jpeg' }],
      twitterCard: 'summary_large_image',
    });
  });

  it('by metascraper', async () => {
    type Scraper = (page: object) => Promise<Record<string, unknown>>;
    const metascraper = require('metascraper') as (rules: unknown[]) => Scraper;
    const rules = ['image', 'title'].map((name) => (require(`metascraper-${name}`) as () => unknown)());
    const found = await metascraper(rules)({ html, url: `${site}/fog.html` });
    expect(found).toEqual({ title, image: image() });
  });

  it('by unfurl.js', async () => {
    const { unfurl } = require('unfurl.js') as { unfurl: (url: string) => Promise<Record<string, unknown>> };
    expect(await unfurl(address)).toMatchObject({
      open_graph: {
        title,
        images: [{ url: image(), width: 1200, height: 630, alt, type: 'image/jpeg' }],
      },
      twitter_card: { card: 'summary_large_image' },
    });
  });
});
