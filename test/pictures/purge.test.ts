import { expect, it, onTestFinished, vi } from 'vitest';
import { imageTag } from '../../src/serve/cache/tags.ts';
import { startCloudFront } from '../support/aws/cloudfront-server.ts';
import { goodJpeg } from '../card/pictures/support/pictures.ts';
import { adminToken, asAdmin } from './admin/support/api.ts';
import { folderOf, servePictures } from './sized/support.ts';

async function serve(config = {}, environment = {}) {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const photo = await goodJpeg();
  const pictures = folderOf({ 'blog/a.jpg': photo, 'blog/ä, b.jpg': photo });
  const server = await servePictures({ pictures, config: { adminToken, ...config }, environment });
  const purge = (path: string) => server.ask(`/api/pictures/${path}`, { method: 'POST', headers: asAdmin });
  const cacheOf = async (path: string) => (await server.ask(path)).headers.get('cache-status');
  return { ...server, purge, cacheOf };
}

it('a picture that is purged is made anew, in every size, and no other one is', async () => {
  const { ask, purge, cacheOf, stored } = await serve();
  const paths = [
    '/img/blog/a-md.webp',
    '/img/blog/a-sm.jpg',
    `/img/blog/${encodeURIComponent('ä, b')}-sm.jpg`,
  ];
  for (const path of paths) expect((await ask(path)).status).toBe(200);
  const purged = await purge('blog/a.jpg/purge');
  expect([purged.status, await purged.json()]).toEqual([200, { removed: 2 }]);
  expect(await stored()).toEqual([expect.stringMatching(/^@img\/blog\/ä, b\.jpg\/sm\//)]);
  for (const path of paths.slice(0, 2)) expect(await cacheOf(path)).toContain('fwd=uri-miss');
  expect(await cacheOf(paths[2]!)).toContain('hit; detail=memory');
});

it('pictures and cards are purged by the tags that they carry', async () => {
  const { ask, purge, stored } = await serve({ production: true, allowUnsigned: true });
  const tagsOf = async (path: string) => (await ask(path)).headers.get('cache-tag')?.split(',');
  const picture = (await tagsOf(`/img/blog/${encodeURIComponent('ä, b')}-sm.jpg`))!;
  expect(picture).toEqual(['cardstock', 'img', imageTag('blog/ä, b.jpg'), 'variant-sm']);
  expect(await tagsOf('/img/blog/a-md.jpg')).toContain('image-blog/a.jpg');
  const removed = async (tag: string) => {
    const answer = await purge(`purge?tag=${encodeURIComponent(tag)}`);
    return answer.json() as Promise<unknown>;
  };
  expect(await removed(picture[2]!)).toEqual({ removed: 1 });
  expect(await removed('variant-sm')).toEqual({ removed: 0 });
  expect(await removed('img')).toEqual({ removed: 1 });
  expect(await stored()).toEqual([]);
  expect(await removed('nonsense')).toMatchObject({ error: { parameter: 'tag' } });
});

it('a CDN that refuses is told, and what was purged stays purged', async () => {
  const cloudFront = await startCloudFront();
  onTestFinished(() => cloudFront.close());
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const [name, value] of Object.entries(cloudFront.environment)) vi.stubEnv(name, value);
  const distribution = { OG_CLOUDFRONT_DISTRIBUTION: cloudFront.environment.OG_CLOUDFRONT_DISTRIBUTION };
  const { ask, purge, stored } = await serve({}, distribution);
  await ask('/img/blog/a-md.webp');
  expect((await purge('blog/a.jpg/purge')).status).toBe(200);
  expect(cloudFront.underWay.map(({ paths }) => paths)).toEqual([['/img/blog/a*']]);
  expect(await stored()).toEqual([]);
  const others = await serve({}, { OG_CLOUDFRONT_DISTRIBUTION: 'EANOTHER' });
  await others.ask('/img/blog/a-md.webp');
  const refused = await others.purge('blog/a.jpg/purge');
  expect([refused.status, await refused.json()]).toMatchObject([
    502,
    { error: { code: 'cdn_purge_failed' } },
  ]);
  expect(await others.stored()).toEqual([]);
});
