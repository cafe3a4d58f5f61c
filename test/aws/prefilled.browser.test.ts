import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { warm } from '../../src/site/warm/warm.ts';
import { makeSite, metaOf, page } from '../site/build/support.ts';
import { makeFolder } from '../support/folder.ts';
import { synthesize } from '../support/aws/stack.ts';
import { startWorld, type World } from '../support/aws/world.ts';

const secret = 'the-secret-of-these-cards-0123456789';
const store = 's3://cards';

let world: World;
beforeAll(async () => {
  world = await startWorld({ template: synthesize(), secrets: secret, hasRenderer: false });
}, 300_000);
afterAll(() => world.close());
beforeEach(() => {
  const variables = { ...world.s3.environment, OG_SECRETS: secret };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

/** Where the image of a page leads, at the CDN. */
function imageOf(html: string): string {
  const { pathname, search } = new URL(metaOf(html, 'og:image')!.replaceAll('&amp;', '&'));
  return world.cdn.regions['tokyo']! + pathname + search;
}

it('a build fills the bucket, and the CDN shows every card of it though nothing can draw', async () => {
  const titles = ['Home', 'A second page', '日本語のページ'];
  const site = makeSite(Object.fromEntries(titles.map((title, at) => [`${at}.html`, page({ title })])));
  expect(await site.build({ mode: 'function', store })).toMatchObject({ made: 3, failures: [] });
  const images = titles.map((_title, at) => imageOf(site.read(`${at}.html`)));
  for (const image of images) {
    const answer = await fetch(image);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const { body } = world.s3.objects().get(new URL(image).pathname.slice(1))!;
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    expect((await fetch(image.split('?')[0]!)).status).toBe(403);
  }
  expect(world.cdn.counts.lambda).toBe(0);
});

it('the card of a page that was edited is there before the page is', async () => {
  const site = makeSite({ 'index.html': page({ title: 'Before' }) });
  await site.build({ mode: 'function', store });
  const before = imageOf(site.read('index.html'));
  site.write('index.html', page({ title: 'After' }));
  await site.build({ mode: 'function', store });
  const after = imageOf(site.read('index.html'));
  expect(after).not.toBe(before);
  expect([(await fetch(before)).status, (await fetch(after)).status]).toEqual([200, 200]);
  expect(world.cdn.counts.lambda).toBe(0);
});

it('warm asks for all of them through the CDN, which then has them at hand', async () => {
  const site = makeSite({ '0.html': page({ title: 'One' }), '1.html': page({ title: 'Two' }) });
  await site.build({ mode: 'function', store });
  const images = [0, 1].map((at) => imageOf(site.read(`${at}.html`)));
  const folder = makeFolder({ 'images.txt': images.join('\n') });
  const summary = await warm(`${folder}/images.txt`, { allowLocal: true });
  expect(summary).toMatchObject({ warmed: 2, failed: 0, failures: [] });
  const asked = world.behindTheEdge();
  for (const image of images) expect((await fetch(image)).headers.get('x-cache')).toBe('Hit from cloudfront');
  expect(world.behindTheEdge()).toBe(asked);
});
