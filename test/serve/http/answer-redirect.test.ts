import { describe, expect, it } from 'vitest';
import { redirectPath } from '../../../src/serve/url/paths.ts';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { createResponder, secrets } from '../../support/services.ts';

const hello = { template: 'plain', props: { title: '@chantastic: C++ & C#, 50% off?' } };
const path = queryUrl(hello, redirectPath);
const signed = signedUrl(path, secrets[0]);
const closed = { secrets, allowUnsigned: false, siteUrl: 'https://site.example' };
const cloudinary = { cloud_name: 'test123', api_key: '1234', api_secret: 'b' };
const locationOf = (response: Response) => response.headers.get('location')!;

describe('without Cloudinary', () => {
  it('leads to the sealed URL of the card, which is answered', async () => {
    const { redirect, seal, askPath, camera } = createResponder({ config: closed });
    const response = await redirect(signed);
    expect(response.status).toBe(302);
    expect(locationOf(response)).toBe(await seal(hello));
    expect((await askPath(locationOf(response))).status).toBe(200);
    expect(camera.taken).toHaveLength(1);
  });

  it('gives no signature to who brought none', async () => {
    const { redirect, askPath } = createResponder({ config: { ...closed, allowUnsigned: true } });
    const location = locationOf(await redirect(path));
    expect(location).toMatch(/^\/og\/[\w-]+\.jpg$/);
    expect((await askPath(location)).status).toBe(200);
    const elsewhere = createResponder({ config: closed });
    expect((await elsewhere.askPath(location)).status).toBe(403);
  });

  it('is kept for a minute, and no longer than its own date', async () => {
    const { redirect } = createResponder({ config: closed });
    expect((await redirect(signed)).headers.get('cache-control')).toBe('public, max-age=60');
    const soon = signedUrl(path, secrets[0], { expiresAt: Date.now() / 1000 + 30 });
    const [, seconds] = /max-age=(\d+)$/.exec((await redirect(soon)).headers.get('cache-control')!)!;
    expect(Number(seconds)).toBeLessThanOrEqual(30);
  });

  it('hands on its date', async () => {
    const { redirect } = createResponder({ config: closed });
    const dated = signedUrl(path, secrets[0], { expiresAt: 2_000_000_000 });
    expect(locationOf(await redirect(dated))).toContain('?exp=2000000000&sig=');
  });

  it('that has expired leads to where a picture is shown for it', async () => {
    const { redirect, askPath, camera } = createResponder({ config: { ...closed, cloudinary } });
    const response = await redirect(signedUrl(path, secrets[0], { expiresAt: 1_000_000_000 }));
    expect(locationOf(response)).toMatch(/^\/og\//);
    const shown = await askPath(locationOf(response));
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-status')).toContain('expired_url');
    expect(camera.taken).toEqual([]);
  });
});

describe('with Cloudinary', () => {
  it('leads to its signed URL, which names the sealed one', async () => {
    const { redirect, seal } = createResponder({ config: { ...closed, cloudinary } });
    const location = locationOf(await redirect(signed));
    const [, source] =
      /^https:\/\/res\.cloudinary\.com\/test123\/image\/upload\/s--[\w-]{8}--\/fn_pre:remote:([\w-]+)\/v1\/cardstock-carrier\.jpg$/.exec(
        location,
      )!;
    const strict = await seal(hello, { strict: true });
    expect(Buffer.from(source!, 'base64url').toString()).toBe(`https://site.example${strict}`);
  });

  it('leads to what Cloudinary fetches, where it is told so', async () => {
    const { redirect, seal } = createResponder({
      config: { ...closed, cloudinary, cloudinaryDelivery: 'fetch' },
    });
    const source = encodeURIComponent(`https://site.example${await seal(hello, { strict: true })}`);
    const location = locationOf(await redirect(signed));
    expect(location).toMatch(/^https:\/\/res\.cloudinary\.com\/test123\/image\/fetch\/s--[\w-]{8}--\/v1\//);
    expect(decodeURIComponent(location)).toContain(decodeURIComponent(source));
  });

  it('takes its carrier and its version from the settings', async () => {
    const config = { ...closed, cloudinary, cloudinaryCarrier: 'pixel', cloudinaryVersion: 7 };
    const location = locationOf(await createResponder({ config }).redirect(signed));
    expect(location).toMatch(/\/v7\/pixel\.jpg$/);
  });
});

describe('whoever asks', () => {
  it('cannot choose where it leads', async () => {
    const { redirect } = createResponder({ config: { allowUnsigned: true } });
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    for (const title of ['//evil.example', 'https://evil.example', '\r\nlocation: https://evil.example']) {
      const response = await redirect(queryUrl({ ...hello, props: { title } }, redirectPath), { headers });
      expect(locationOf(response)).toMatch(/^\/og\/[\w-]+\.jpg$/);
    }
  });

  it.each([
    ['without a signature', path, 403],
    [
      'with one of the renderer',
      signedUrl(queryUrl(hello), secrets[0]).replace('gen-opengraph-image', 'process-url'),
      403,
    ],
    ['for no card', signedUrl(`${redirectPath}?template=plain`, secrets[0]), 400],
    ['for an unknown one', signedUrl(`${redirectPath}?template=gone`, secrets[0]), 404],
  ])('%s is led nowhere', async (_name, url, status) => {
    const response = await createResponder({ config: closed }).redirect(url);
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('by POST is told the methods', async () => {
    const response = await createResponder({ config: closed }).redirect(signed, { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});
