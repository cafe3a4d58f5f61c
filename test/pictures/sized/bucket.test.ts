import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessDenied, S3Server, slowDown } from '../../support/aws/s3-server.ts';
import { servePictures } from './support.ts';

const secret = 'a-secret-of-the-tests-0123456789-abcdef';
const md = '/img/blog/Gr%C3%BC%C3%9Fe%201-md.webp';

let photo: Buffer;
let s3: S3Server;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#e00' } })
    .jpeg()
    .toBuffer();
  s3 = await S3Server.start({ buckets: ['photos', 'cards'] });
  return () => s3.stop();
});
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  s3.objects('photos').clear();
  s3.objects('cards').clear();
  s3.requests.length = 0;
  for (const path of ['blog/Grüße 1.jpg', 'members/ada.jpg']) place(path, photo);
});
afterEach(() => {
  vi.unstubAllEnvs();
  s3.recover();
});

function place(path: string, body: Buffer): void {
  const etag = `"${path.length}-${body.length}"`;
  const object = { body, headers: {}, checksums: {}, etag, lastModified: new Date() };
  s3.objects('photos').set(`site/${path}`, object);
}

const serve = (environment: Record<string, string> = {}) =>
  servePictures({
    pictures: 's3://photos/site',
    environment: { ...s3.environment, CARDSTOCK_STORE: 'none', ...environment },
  });

describe('with originals in a bucket', () => {
  it('a picture is made of one read, kept in another bucket, and found in memory after that', async () => {
    const { ask } = await serve({ CARDSTOCK_STORE: 's3://cards/made' });
    const miss = await ask(md);
    expect([miss.status, miss.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(miss.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(await sharp(Buffer.from(await miss.arrayBuffer())).metadata()).toMatchObject({
      width: 640,
      height: 480,
    });
    const hit = await ask(md);
    expect(hit.headers.get('cache-status')).toBe('cardstock; hit; detail=memory');
    expect(hit.headers.get('etag')).toBe(miss.headers.get('etag'));
    const reads = s3.requests.filter(
      ({ operation, key }) => operation === 'GetObject' && key.startsWith('site/'),
    );
    expect(reads).toHaveLength(1);
    await vi.waitFor(() => expect(s3.objects('cards').size).toBe(1), { timeout: 20_000 });
    expect([...s3.objects('photos').keys()].toSorted()).toEqual([
      'site/blog/Grüße 1.jpg',
      'site/members/ada.jpg',
    ]);
  });

  it('a matching If-None-Match is a 304, and HEAD says what GET would', async () => {
    const { ask } = await serve();
    const get = await ask(md);
    const etag = get.headers.get('etag')!;
    const length = String((await get.arrayBuffer()).byteLength);
    const head = await ask(md, { method: 'HEAD' });
    expect([head.headers.get('etag'), head.headers.get('content-length')]).toEqual([etag, length]);
    const before = s3.count('GetObject');
    expect((await ask(md, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(s3.count('GetObject')).toBe(before);
  });

  it('another picture under the name is shown as such, and has another version', async () => {
    const { ask } = await serve();
    const before = await ask(md);
    const green = { create: { width: 80, height: 60, channels: 3, background: '#0a0' } } as const;
    place('blog/Grüße 1.jpg', await sharp(green).jpeg().toBuffer());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 });
    const after = await ask(md).finally(() => vi.useRealTimers());
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(after.headers.get('cardstock-not-enlarged')).toBe('80x60');
  });

  it.each([
    ['/img/blog/nothing-md.jpg', 404, 'There is no picture'],
    ['/img/blog/Gr%C3%BC%C3%9Fe%201-huge.jpg', 400, 'Valid: sm, md, lg, xl, thumb'],
    ['/img/..%2f..%2fother.jpg', 404, 'Nothing lives at this address'],
    ['/img/%2e%2e/site/blog/nothing.jpg', 404, 'Nothing'],
    ['/img/.cardstock/claims/1.jpg', 400, 'begins with a dot'],
    ['/img/broken.jpg', 422, 'could not be read'],
    ['/img/large.jpg', 422, 'could not be read'],
  ])('%s is a %i, and nothing is kept of it', async (path, status, words) => {
    place('broken.jpg', photo.subarray(0, 200));
    place('large.jpg', Buffer.alloc(20_000_001));
    place('../other.jpg', photo);
    const { ask, stored } = await serve({ CARDSTOCK_STORE: 'disk' });
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(await answer.text()).toContain(words);
    expect(await stored()).toEqual([]);
  });

  it('a private picture is had under a signed URL alone, and S3 is not asked without', async () => {
    const { ask, cardstock } = await serve({
      NODE_ENV: 'production',
      OG_SECRETS: secret,
      OG_SITE_URL: 'https://example.com',
      OG_PICTURE_RULES: '{"requireSignedUrls":["members/"]}',
    });
    expect((await ask('/img/members/ada-md.jpg')).status).toBe(403);
    expect(s3.requests).toEqual([]);
    const { pathname, search } = new URL(await cardstock.pictureUrl('members/ada.jpg', 'md'));
    const good = await ask(pathname + search);
    expect([good.status, good.headers.get('cache-control')]).toEqual([
      200,
      'private, max-age=31536000, immutable',
    ]);
  });
});

describe('where the bucket of originals fails', () => {
  const unreachable = {
    status: 502,
    cache: 'no-store',
    words: 'The pictures of this site could not be reached',
  };
  const told = async (answer: Response) => ({
    status: answer.status,
    cache: answer.headers.get('cache-control'),
    words: unreachable.words && (await answer.text()).slice(0, unreachable.words.length),
  });

  it.each([
    ['refuses', accessDenied],
    ['is overloaded', slowDown],
    ['cuts the line', 'dead' as const],
  ])(
    'as it %s, a picture is a 502 that is not kept, and made as soon as it is well',
    async (_how, trouble) => {
      const { ask } = await serve();
      s3.breakDown(trouble);
      expect(await told(await ask(md))).toEqual(unreachable);
      s3.recover();
      expect((await ask(md)).status).toBe(200);
    },
  );
});
