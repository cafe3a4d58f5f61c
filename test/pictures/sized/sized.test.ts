import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isPrivate } from '../../../src/pictures/sized/privacy.ts';
import { pictureRules } from '../../../src/pictures/sized/rules.ts';
import { fullSize } from '../../../src/pictures/sized/size.ts';
import { urlVersion } from '../../../src/pictures/sized/sized-pictures.ts';
import { folderOf, put, servePictures } from './support.ts';

/** Red on the left, blue on the right, 800 × 600. */
let photo: Buffer;
let other: Buffer;

beforeAll(async () => {
  photo = await halves('#e00', '#00e').jpeg().toBuffer();
  other = await halves('#0a0', '#0a0').jpeg().toBuffer();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

function halves(left: string, right: string, { width = 800, height = 600 } = {}) {
  const half = (background: string) =>
    ({ create: { width: width / 2, height, channels: 3, background } }) as const;
  return sharp({ create: { width, height, channels: 3, background: right } }).composite([
    { input: half(left), left: 0, top: 0 },
  ]);
}

const sizeOf = async (response: Response) => {
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return { width, height, format };
};

describe('a picture of the site', () => {
  it.each([
    ['/img/blog/photo-md.webp', { width: 640, height: 480, format: 'webp' }],
    ['/img/blog/photo-sm.jpg', { width: 320, height: 240, format: 'jpeg' }],
    ['/img/blog/photo-thumb.png', { width: 200, height: 200, format: 'png' }],
    ['/img/blog/photo-100x50.jpg', { width: 100, height: 50, format: 'jpeg' }],
    ['/img/blog/photo.jpg', { width: 800, height: 600, format: 'jpeg' }],
    ['/img/blog/photo.jpg-sm.avif', { width: 320, height: 240, format: 'heif' }],
    ['/img/blog/photo-sm', { width: 320, height: 240, format: 'jpeg' }],
  ])('%s is made in its size', async (path, expected) => {
    const pictures = folderOf({ 'blog/photo.jpg': photo });
    const { ask } = await servePictures({
      pictures,
      environment: { OG_PICTURE_RULES: '{"sizes":["100x50"]}' },
    });
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await sizeOf(response)).toEqual(expected);
  });

  it('is made once, kept in the store, and found there by another process', async () => {
    const pictures = folderOf({ 'photo.jpg': photo });
    const first = await servePictures({ pictures });
    const answers = await Promise.all(Array.from({ length: 20 }, () => first.ask('/img/photo-md.webp')));
    const states = answers.map(({ headers }) => headers.get('cache-status'));
    expect(states.filter((state) => state === 'cardstock; fwd=uri-miss; stored')).toHaveLength(1);
    expect((await first.ask('/img/photo-md.webp')).headers.get('cache-status')).toBe(
      'cardstock; hit; detail=memory',
    );
    expect(await first.stored()).toEqual([expect.stringMatching(/^@img\/photo\.jpg\/md\/[\w-]{22}\.webp$/)]);
  });

  it('is another one under the same address as soon as its original is', async () => {
    const pictures = folderOf({ 'photo.jpg': photo });
    const { ask } = await servePictures({ pictures });
    const before = await ask('/img/photo-sm.jpg');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    put(pictures, 'photo.jpg', other);
    vi.advanceTimersByTime(5_000);
    const after = await ask('/img/photo-sm.jpg');
    vi.useRealTimers();
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it('is for good where the URL carries its version, for a day where not or where it is an old one', async () => {
    const pictures = folderOf({ 'photo.jpg': photo });
    const { ask, cardstock } = await servePictures({
      pictures,
      environment: { OG_SITE_URL: 'https://example.com' },
    });
    const now = new URL(await cardstock.pictureUrl('photo.jpg', 'md', { format: 'webp' }));
    const cached = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await cached(now.pathname + now.search)).toBe('public, max-age=31536000, immutable');
    expect(await cached(now.pathname)).toBe('public, max-age=86400');
    expect(await cached(`${now.pathname}?v=${urlVersion('another', '')}`)).toBe('public, max-age=86400');
    const others = await servePictures({
      pictures,
      environment: { OG_PICTURE_RULES: '{"variants":{"md":{"width":500}}}' },
    });
    const resized = await others.ask(now.pathname + now.search); // the size is another one since
    expect(resized.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it('costs a 304 nothing, and HEAD tells what GET would', async () => {
    const pictures = folderOf({ 'photo.jpg': photo });
    const { ask, stored } = await servePictures({ pictures });
    const unmade = await ask('/img/photo-md.webp', { headers: { 'if-none-match': '*' } });
    expect([unmade.status, await stored()]).toEqual([304, []]);
    const head = await ask('/img/photo-md.webp', { method: 'HEAD' });
    const get = await ask('/img/photo-md.webp');
    expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });

  it('is never made larger, and says so', async () => {
    const pictures = folderOf({ 'photo.jpg': photo });
    const { ask } = await servePictures({ pictures });
    const response = await ask('/img/photo-xl.jpg');
    expect(response.headers.get('cardstock-not-enlarged')).toBe('800x600');
    expect(await sizeOf(response)).toMatchObject({ width: 800, height: 600 });
    expect((await ask('/img/photo-sm.jpg')).headers.has('cardstock-not-enlarged')).toBe(false);
  });

  it.each([
    ['image/avif,image/webp,*/*', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['*/*', 'image/jpeg'],
  ])('comes to a browser that says %s as %s, and caches are told', async (accept, type) => {
    const { ask } = await servePictures({ pictures: folderOf({ 'photo.jpg': photo }) });
    const response = await ask('/img/photo-sm.auto', { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('vary')).toBe('accept');
    const named = await ask('/img/photo-sm.webp', { headers: { accept } });
    expect([named.headers.get('content-type'), named.headers.get('vary')]).toEqual(['image/webp', null]);
  });

  it('is found by its own ending first, and by its whole name always', async () => {
    const pictures = folderOf({
      'a.jpg': photo,
      'a.png': await sharp(other).png().toBuffer(),
      'b-md.jpg': other,
    });
    const { ask } = await servePictures({ pictures });
    const green = async (path: string) => {
      const { dominant } = await sharp(Buffer.from(await (await ask(path)).arrayBuffer())).stats();
      return dominant.g > 100;
    };
    expect(await green('/img/a-md.jpg')).toBe(false);
    expect(await green('/img/a-md.png')).toBe(true);
    expect(await green('/img/a-md.webp')).toBe(false);
    expect(await green('/img/a.png-md.webp')).toBe(true);
    expect(await green('/img/b-md.jpg')).toBe(true);
    expect(await green('/img/b-md-sm.jpg')).toBe(true);
  });

  it('is cut around what is in focus', async () => {
    const environment = { OG_PICTURE_RULES: '{"focus":{"team/":[0,0.5],"team/ada":[1,0.5]}}' };
    const pictures = folderOf({ 'team/bob.jpg': photo, 'team/ada.jpg': photo });
    const { ask } = await servePictures({ pictures, environment });
    const edgesOf = async (path: string) => {
      const bytes = Buffer.from(await (await ask(path)).arrayBuffer());
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      const redAt = (x: number) => data[(100 * info.width + x) * info.channels]! > 128;
      return [redAt(5), redAt(100), redAt(195)];
    };
    expect(await edgesOf('/img/team/bob-thumb.png')).toEqual([true, true, false]);
    expect(await edgesOf('/img/team/ada-thumb.png')).toEqual([true, false, false]);
  });
});

describe('what is refused', () => {
  it.each([
    ['/img/nothing.jpg', 404, 'There is no picture "nothing".'],
    ['/img/photo-huge.jpg', 400, 'unknown value "huge". Valid: sm, md, lg, xl, thumb'],
    ['/img/photo-300x300.jpg', 400, 'unknown value "300x300"'],
    ['/img/photo-thmb.jpg', 400, 'Did you mean "thumb"'],
    ['/img/photo-md.jpg?w=9', 400, 'Parameter "w"'],
    ['/img/photo-md.jpg?v=1', 400, 'Parameter "v"'],
    ['/img/..%2fsecret.jpg', 404, 'Nothing lives at this address'],
    ['/img/.hidden.jpg', 400, 'begins with a dot'],
    ['/img/text.jpg', 422, 'This picture could not be read'],
    ['/img/photo-md.jpg?sig=AAAA', 403, 'signature'],
  ])('%s is a %i', async (path, status, words) => {
    const pictures = folderOf({
      'photo.jpg': photo,
      '.hidden.jpg': photo,
      'text.jpg': Buffer.from('no picture'),
    });
    const { ask, stored } = await servePictures({ pictures });
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await stored()).toEqual([]);
  });

  it('is a method other than GET and HEAD', async () => {
    const { ask } = await servePictures({ pictures: folderOf({ 'photo.jpg': photo }) });
    const response = await ask('/img/photo-md.jpg', { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a private picture', () => {
  const secret = 'a-secret-of-the-tests-0123456789-abcdef';
  const environment = {
    NODE_ENV: 'production',
    OG_SECRETS: secret,
    OG_SITE_URL: 'https://example.com',
    OG_PICTURE_RULES: JSON.stringify({
      variants: { md: { width: 640 }, veil: { width: 64, blur: 8 } },
      requireSignedUrls: ['members/'],
      publicVariants: ['veil'],
    }),
  };
  const serve = () =>
    servePictures({ pictures: folderOf({ 'members/ada.jpg': photo, 'photo.jpg': photo }), environment });

  it('is shown under a URL that was signed, until that expires, and kept by nobody else', async () => {
    const { ask, cardstock, stored } = await serve();
    for (const path of [
      '/img/members/ada-md.jpg',
      '/img/Members/ada-md.jpg',
      '/img/member%C5%BF/ada-md.jpg', // a long s, which some file systems take for one
      '/img/members/ada.jpg-md.webp',
    ]) {
      expect((await ask(path)).status).toBe(403);
    }
    expect(await stored()).toEqual([]);
    const signed = async (expiresAt?: number) => {
      const url = new URL(await cardstock.pictureUrl('members/ada.jpg', 'md', { expiresAt }));
      return url.pathname + url.search;
    };
    const good = await ask(await signed());
    expect([good.status, good.headers.get('cache-control')]).toEqual([
      200,
      'private, max-age=31536000, immutable',
    ]);
    expect((await ask(await signed(1_000_000))).status).toBe(410);
    const soon = await ask(await signed(Date.now() / 1000 + 100));
    expect(soon.headers.get('cache-control')).toMatch(/^private, max-age=(100|9\d)$/);
    expect((await ask((await signed()).replace('ada-md', 'ada'))).status).toBe(403);
  });

  it.each([
    ['büro/', 'Büro/a'],
    ['büro/'.normalize('NFD'), 'büro/a'],
    ['straße/', 'STRASSE/a'],
    ['kai/', '\u212aai/a'],
  ])('whose path begins with %j is also %j', (prefix, base) => {
    const rules = pictureRules.parse({ requireSignedUrls: [prefix] });
    expect(isPrivate({ base, size: fullSize }, rules)).toBe(true);
    expect(isPrivate({ base: `a/${base}`, size: fullSize }, rules)).toBe(false);
  });

  it('is looked for no more often than others where nobody has signed', async () => {
    const { ask, cardstock } = await servePictures({
      pictures: folderOf({ 'members/ada.jpg': photo }),
      environment: { ...environment, CARDSTOCK_REQUESTS_PER_MINUTE: '6' },
    });
    const statuses: number[] = [];
    for (const path of ['none.jpg', 'photo-huge.jpg?w=1', 'members/ada-md.jpg', '.a', 'b', 'c', 'd', 'e'])
      statuses.push((await ask(`/img/${path}`)).status);
    expect(statuses).toEqual([404, 400, 403, 400, 404, 404, 429, 429]);
    const { pathname, search } = new URL(await cardstock.pictureUrl('members/ada.jpg', 'md'));
    expect((await ask(pathname + search)).status).toBe(200);
  });

  it('may have a variant that all may see, and others stay as they were', async () => {
    const { ask } = await serve();
    expect((await ask('/img/members/ada-veil.jpg')).status).toBe(200);
    expect((await ask('/img/photo-md.jpg')).status).toBe(200);
  });
});
