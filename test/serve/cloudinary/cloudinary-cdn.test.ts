import { beforeEach, afterAll, expect, it, vi } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { startCloudinary } from '../../support/cloudinary/server.ts';
import type { Image } from '../../support/cloudinary/image.ts';
import { mostDeleted } from '../../support/cloudinary/deletion.ts';

const standIn = await startCloudinary();
afterAll(() => standIn.close());
vi.stubEnv('CLOUDINARY_URL', standIn.environmentUrl); // before the SDK is loaded
const { CloudinaryCdn } = await import('../../../src/serve/cloudinary/cloudinary-cdn.ts');

const site = 'https://site.example';
const fetched = (path: string) => `fetch/v1/${site}${path}`;
const card = (name: string) => `upload/fn_pre:remote:${name}/v1/cardstock-carrier.jpg`;
const kept = (...keys: string[]) => {
  standIn.purge();
  for (const key of keys)
    (standIn.derived as Map<string, Image>).set(key, { bytes: Buffer.alloc(1), contentType: 'image/png' });
};
const left = () => [...standIn.derived.keys()].sort();

beforeEach(() => {
  standIn.putCarrier('cardstock-carrier', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
});

const config = (environment = {}) =>
  readConfig({ CLOUDINARY_URL: standIn.environmentUrl, OG_SITE_URL: site, ...environment });
function purge(paths: readonly string[], environment = {}) {
  const settings = config(environment);
  return new CloudinaryCdn(settings.cloudinary!, settings).purge({ tags: [], paths });
}

it('a picture goes in all its sizes, and nothing else does', async () => {
  const others = [fetched('/img/blog/other.jpg'), fetched('/og/A.jpg'), card('A')].sort();
  kept(...others, fetched('/img/blog/photo-md.webp'), fetched('/img/blog/photo.jpg?sig=1'));
  await purge(['/img/blog/photo*']);
  expect(left()).toEqual(others);
});

it('cards go all at once, those made over the carrier too, and the carrier stays', async () => {
  const picture = fetched('/img/blog/photo.jpg');
  kept(picture, fetched('/og/A.jpg?sig=1'), fetched('/og/B.jpg'), card('A'), card('B'));
  await purge(['/og/*']);
  expect(left()).toEqual([picture]);
  const [cloud] = /test123/.exec(standIn.environmentUrl)!;
  expect((await fetch(`${standIn.origin}/${cloud}/image/upload/cardstock-carrier.jpg`)).status).toBe(200);
});

it('more than are deleted at a time are deleted in turn', async () => {
  kept(...Array.from({ length: 3 * mostDeleted + 1 }, (_, at) => fetched(`/img/${at}.jpg`)));
  await purge(['/img/*']);
  expect(left()).toEqual([]);
});

it('many paths are few calls', async () => {
  kept(fetched('/img/a/1.jpg'), fetched('/other/a.jpg'));
  await purge(Array.from({ length: 500 }, (_, at) => `/img/a/${at}*`));
  expect(left()).toEqual([fetched('/other/a.jpg')]);
});

it('what the site is mounted below is part of the address', async () => {
  kept(fetched('/cards/img/a.jpg'), fetched('/img/a.jpg'));
  await purge(['/img/a*'], { OG_BASE_PATH: '/cards' });
  expect(left()).toEqual([fetched('/img/a.jpg')]);
});

it('an account that is refused is told, without its secret', async () => {
  kept(fetched('/img/a.jpg'));
  const refused = purge(['/img/*'], {
    CLOUDINARY_URL: standIn.environmentUrl.replace(':b@', ':a wrong secret@'),
  });
  const error = (await refused.catch((thrown: unknown) => thrown)) as Error;
  expect(error.message).toMatch(/^Cloudinary, test123 was not purged: .*Check CLOUDINARY_URL/);
  expect(`${JSON.stringify(error)} ${error.stack} ${String(error.cause)}`).not.toContain('a wrong secret');
  expect(left()).toEqual([fetched('/img/a.jpg')]);
});
