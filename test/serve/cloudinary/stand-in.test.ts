import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CloudinaryOptions } from '../../support/cloudinary/account.ts';
import { functionsOf, readDeliveryPath, remoteFunctionUrl } from '../../support/cloudinary/delivery-path.ts';
import { startCloudinary } from '../../support/cloudinary/server.ts';
import { isSigned } from '../../support/cloudinary/signature.ts';

const picture = (background: string) => sharp({ create: { width: 4, height: 3, channels: 3, background } });
const carrier = await picture('white').png().toBuffer();
const card = await picture('red').jpeg().toBuffer();

/** Plays a remote function and a web server with images on it. */
let reply: (request: IncomingMessage, response: ServerResponse) => void;
const asked: { request: IncomingMessage; body: Buffer }[] = [];
const remote = createServer((request, response) => {
  void buffer(request).then((body) => {
    asked.push({ request, body });
    reply(request, response);
  });
});
remote.listen(0, '127.0.0.1');
await once(remote, 'listening');
const remoteOrigin = `http://127.0.0.1:${(remote.address() as AddressInfo).port}`;

const standIn = await startCloudinary();
// The SDK decides between http and https when it is loaded, by the upload prefix it finds then.
vi.stubEnv('CLOUDINARY_URL', standIn.environmentUrl);
const { v2: sdk } = await import('cloudinary');

const host = new URL(standIn.origin).host;
const account = { cloud_name: 'test123', api_key: '1234', api_secret: 'b', upload_prefix: standIn.origin };
const signed = { ...account, secure: false, cname: host, sign_url: true, urlAnalytics: false };

/** The URL of a card, as the SDK writes it. */
function cardUrl(functionUrl: string, publicId = 'carrier', more: object = {}): string {
  return sdk.url(publicId, {
    ...signed,
    custom_pre_function: { function_type: 'remote', source: functionUrl },
    ...more,
  });
}

const fetchUrl = (source: string, more: object = {}) =>
  sdk.url(source, { ...signed, type: 'fetch', ...more });

const send = (headers: Record<string, string | number>, body: Buffer | string, status = 200) => {
  reply = (_, response) => response.writeHead(status, headers).end(body);
};
const sendCard = () => send({ 'content-type': 'image/jpeg', 'content-length': card.length }, card);

beforeEach(() => {
  standIn.purge();
  standIn.putCarrier('carrier', carrier);
  asked.length = 0;
  sendCard();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await standIn.close();
  remote.closeAllConnections();
  remote.close();
});

const signing = { apiSecret: 'b', signatureAlgorithm: 'sha1', longSignatures: false } as const;
const sha256 = { ...signing, signatureAlgorithm: 'sha256' } as const;
const long = { ...signing, longSignatures: true } as const;

describe('the signature of a delivery URL', () => {
  it.each([
    ['upload', 's--Ai4Znfl3--/c_crop,h_20,w_10/v1234/image.jpg', signing],
    ['upload', 's----SjmNDA--/v1234/image.jpg', signing],
    ['upload', 's--Ai4Znfl3--/c_crop,h_20,w_10/image.jpg', signing],
    ['upload', 's--v2fTPYTu--/sample.jpg', signing],
    ['upload', 's--2hbrSMPO--/sample.jpg', sha256],
    ['upload', 's--2hbrSMPOjj5BJ4xV7SgFbRDevFaQNUFf--/sample.jpg', signing],
    ['upload', 's--2hbrSMPOjj5BJ4xV7SgFbRDevFaQNUFf--/sample.jpg', long],
    ['fetch', 's--hH_YcbiS--/v1234/http://google.com/path/to/image.png', signing],
  ] as const)('%s/%s is the one that the SDK makes', (kind, path, how) => {
    expect(isSigned(readDeliveryPath(kind, path), how)).toBe(true);
    expect(isSigned(readDeliveryPath(kind, path), { ...how, apiSecret: 'c' })).toBe(false);
    expect(isSigned(readDeliveryPath(kind, `${path}x`), how)).toBe(false);
  });

  it.each([
    ['s--v2fTPYTu--/sample.jpg', sha256],
    ['s--2hbrSMPO--/sample.jpg', signing],
    ['s--2hbrSMPO--/sample.jpg', { ...sha256, longSignatures: true }],
    ['s--v2fTPYT--/sample.jpg', signing],
    ['s----/sample.jpg', signing],
    ['sample.jpg', signing],
  ])('%s is refused where the account wants another one', (path, how) => {
    expect(isSigned(readDeliveryPath('upload', path), how)).toBe(false);
  });

  it.each([
    ['carrier', {}],
    ['folder/a b/é ü.png', {}],
    [
      'carrier',
      {
        format: 'png',
        version: 7,
        transformation: [{ width: 10, crop: 'fill' }, { raw_transformation: 'e_a b' }],
      },
    ],
    ['carrier', { overlay: { font_family: 'Arial', font_size: 20, text: 'hi, a/b ä' } }],
    ['http://example.test/a b.png?c=é&d=%2F#e', { type: 'fetch' }],
    ['carrier', { long_url_signature: true }],
  ])('of the SDK for %j with %j holds', (publicId, more) => {
    const { pathname } = new URL(sdk.url(publicId, { ...signed, ...more }));
    const [, kind, path] = /\/image\/(upload|fetch)\/(.+)$/.exec(pathname)!;
    expect(isSigned(readDeliveryPath(kind as 'upload' | 'fetch', path!), signing)).toBe(true);
  });
});

describe('a remote function', () => {
  it('is found in a URL as the SDK writes it', () => {
    const source = 'https://df34ra4a.execute-api.us-west-2.amazonaws.com/default/cloudinaryFunction';
    const path =
      'fn_pre:remote:aHR0cHM6Ly9kZjM0cmE0YS5leGVjdXRlLWFwaS51cy13ZXN0LTIuYW1hem9uYXdzLmNvbS9kZWZhdWx0L2Nsb3VkaW5hcnlGdW5jdGlvbg/test';
    expect(cardUrl(source, 'test', { sign_url: false })).toBe(
      `${standIn.origin}/test123/image/upload/${path}`,
    );
    expect(functionsOf(readDeliveryPath('upload', path)).map(remoteFunctionUrl)).toEqual([source]);
  });

  it('is sent the carrier once, and its answer is kept for good', async () => {
    const source = `${remoteOrigin}/fn/a%20b?it's=%C3%A9&x=[1]`;
    const url = cardUrl(source);
    const { functions, derivedHits } = standIn.calls;
    for (const method of ['GET', 'GET', 'HEAD']) {
      const response = await fetch(url, { method });
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(card.length),
        'cache-control': 'public, no-transform, immutable, max-age=2592000',
        etag: expect.stringMatching(/^".+"$/) as string,
      });
      const body = Buffer.from(await response.arrayBuffer());
      expect(body.equals(method === 'HEAD' ? Buffer.alloc(0) : card)).toBe(true);
    }
    expect(standIn.calls).toMatchObject({ functions: functions + 1, derivedHits: derivedHits + 2 });
    expect([...standIn.derived.keys()]).toEqual([
      expect.stringMatching(/^upload\/fn_pre:remote:.+\/carrier$/),
    ]);

    expect(asked).toHaveLength(1);
    const { request, body } = asked[0]!;
    expect(request.method).toBe('POST');
    expect(request.url).toBe("/fn/a%20b?it's=%C3%A9&x=%5B1%5D"); // the SDK escapes what encodeURI escapes
    expect(request.headers).toMatchObject({
      'user-agent': 'Typhoeus - https://github.com/typhoeus/typhoeus',
      'x-cld-signature': expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      'x-cld-timestamp': expect.stringMatching(/^\d{10}$/) as string,
    });
    const type = request.headers['content-type']!;
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.get('file') as File;
    expect(file).toMatchObject({ name: 'carrier.png', type: 'image/png' });
    expect(Buffer.from(await file.arrayBuffer()).equals(carrier)).toBe(true);
    expect(JSON.parse(form.get('metadata') as string)).toMatchObject({ width: 4, height: 3, format: 'png' });
    expect(standIn.calls.functionCalls.at(-1)).toMatchObject({
      url: expect.stringContaining("it's") as string,
      method: 'POST',
      parts: { metadata: { width: 4 }, file: { contentType: 'image/png' } },
    });
  });

  it('is called again for another version, another extension and after a purge', async () => {
    const get = (more: object) => fetch(cardUrl(`${remoteOrigin}/fn`, 'carrier', more));
    for (const more of [{}, { version: 2 }, { version: 3 }, { format: 'jpg' }, { version: 3 }])
      await get(more);
    expect(asked).toHaveLength(4);
    standIn.purge();
    await get({});
    expect(asked).toHaveLength(5);
  });

  it('is called once for simultaneous requests', async () => {
    const url = cardUrl(`${remoteOrigin}/fn`);
    const responses = await Promise.all(Array.from({ length: 5 }, () => fetch(url)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(asked).toHaveLength(1);
  });

  it('is not called when one character of the signature is another one, or missing', async () => {
    const url = cardUrl(`${remoteOrigin}/fn`);
    const [, before, signature, after] = /^(.*\/s--)(.{8})(--\/.*)$/.exec(url)!;
    const forged = [...signature!].flatMap((character, index) =>
      [character === 'A' ? 'B' : 'A', ''].map(
        (other) => signature!.slice(0, index) + other + signature!.slice(index + 1),
      ),
    );
    const urls = [...forged.map((one) => before! + one + after!), `${url}x`, url.replace(/s--.{8}--\//, '')];
    for (const one of urls) {
      const response = await fetch(one);
      expect(response.status, one).toBe(401);
      expect(response.headers.get('x-cld-error')).toMatch(/^Invalid signature/);
    }
    expect(asked).toHaveLength(0);
    expect((await fetch(url)).status).toBe(200);
  });

  it.each<[string, typeof reply, RegExp]>([
    ['status 500', (_, response) => response.writeHead(500, image(card.length)).end(card), /status 500/],
    [
      'a redirect',
      (request, response) =>
        request.url === '/there'
          ? response.writeHead(200, image(card.length)).end(card)
          : response.writeHead(302, { location: '/there' }).end(),
      /status 302/,
    ],
    [
      'a page',
      (_, response) =>
        response.writeHead(200, { ...image(card.length), 'content-type': 'text/html' }).end(card),
      /Content-Type text\/html/,
    ],
    ['less than the Content-Length', (_, response) => raw(response, card.length + 1), /./],
    ['more than the Content-Length', (_, response) => raw(response, card.length - 1), /./],
    [
      'no Content-Length',
      (_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(card),
      /Content-Length missing/,
    ],
    ['no image', (_, response) => response.writeHead(200, image(5)).end('hello'), /no image\/jpeg/],
    [
      'another image',
      (_, response) => response.writeHead(200, image(carrier.length)).end(carrier),
      /no image\/jpeg/,
    ],
    ['nothing', (_, response) => response.destroy(), /socket hang up/],
  ])('that answers %s is refused and asked again', async (_, bad, why) => {
    reply = bad;
    const url = cardUrl(`${remoteOrigin}/fn`);
    for (const calls of [1, 2]) {
      const response = await fetch(url);
      expect(response.status).toBe(400);
      expect(response.headers.get('x-cld-error')).toMatch(/^Remote function failed: /);
      expect(response.headers.get('x-cld-error')).toMatch(why);
      expect(asked).toHaveLength(calls);
    }
    expect(standIn.derived.size).toBe(0);
    sendCard();
    expect((await fetch(url)).status).toBe(200);
  });

  it('needs a carrier, a plan and a URL', async () => {
    const missing = await fetch(cardUrl(`${remoteOrigin}/fn`, 'nothing here'));
    expect([missing.status, missing.headers.get('x-cld-error')]).toEqual([
      404,
      'Resource not found - nothing here',
    ]);
    const noUrl = await fetch(sdk.url('carrier', { ...signed, custom_pre_function: 'remote:x' }));
    expect([noUrl.status, noUrl.headers.get('x-cld-error')]).toEqual([
      400,
      'Invalid custom function fn_pre:remote:x',
    ]);
    await withStandIn({ remoteFunctions: false }, async (origin) => {
      const response = await fetch(cardUrl(`${remoteOrigin}/fn`).replace(standIn.origin, origin));
      expect([response.status, response.headers.get('x-cld-error')]).toEqual([
        400,
        'Remote functions are not enabled',
      ]);
    });
    expect(asked).toHaveLength(0);
  });
});

const image = (length: number) => ({ 'content-type': 'image/jpeg', 'content-length': length });

/** The card with a length that Node would not let a server declare. */
function raw(response: ServerResponse, length: number): void {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: ${length}\r\n\r\n`;
  response.socket!.end(Buffer.concat([Buffer.from(head), card]));
}

async function withStandIn(options: Partial<CloudinaryOptions>, body: (origin: string) => Promise<void>) {
  const other = await startCloudinary(options);
  try {
    other.putCarrier('carrier', carrier);
    await body(other.origin);
  } finally {
    await other.close();
  }
}

describe('a stored image', () => {
  it('is delivered with or without a signature, but not with a wrong one', async () => {
    for (const url of [
      sdk.url('carrier.png', signed),
      `${standIn.origin}/test123/image/upload/c_fill,w_2/v9/carrier`,
    ]) {
      const response = await fetch(url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await response.arrayBuffer()).equals(carrier)).toBe(true);
    }
    expect((await fetch(`${standIn.origin}/test123/image/upload/s--AAAAAAAA--/carrier.png`)).status).toBe(
      401,
    );
  });

  it.each([
    '/',
    '/test123',
    '/other/image/upload/carrier',
    '/test123/video/upload/carrier',
    '/v1_1/test123/usage',
  ])('is not at %s', async (path) => expect((await fetch(standIn.origin + path)).status).toBe(404));
});

describe('a fetched image', () => {
  it('is fetched once when the URL is signed', async () => {
    const source = `${remoteOrigin}/a b.jpg?c=é&d=%2F`;
    const { fetches } = standIn.calls;
    for (const method of ['GET', 'GET']) {
      const response = await fetch(fetchUrl(encodeURI(source)), { method });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(Buffer.from(await response.arrayBuffer()).equals(card)).toBe(true);
    }
    expect(asked.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
      'GET /a%20b.jpg?c=%C3%A9&d=%252F',
    ]);
    expect(standIn.calls.fetches).toBe(fetches + 1);
  });

  it('is refused when the URL is not signed, unless the account allows it', async () => {
    const url = fetchUrl(`${remoteOrigin}/card.jpg`, { sign_url: false });
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(fetchUrl(`${remoteOrigin}/card.jpg`, { api_secret: 'c' }))).status).toBe(401);
    expect(asked).toHaveLength(0);
    await withStandIn({ fetchDelivery: true }, async (origin) => {
      expect((await fetch(url.replace(standIn.origin, origin))).status).toBe(200);
    });
  });

  it('has a URL of at most 255 characters', async () => {
    const longest = `${remoteOrigin}/`.padEnd(255, 'x');
    expect((await fetch(fetchUrl(longest))).status).toBe(200);
    const response = await fetch(fetchUrl(`${longest}x`));
    expect(response.status).toBe(400);
    expect(response.headers.get('x-cld-error')).toContain('255');
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, number]>([
    ['a page', { 'content-type': 'text/html' }, 200],
    ['a redirect', { 'content-type': 'image/jpeg', location: '/there' }, 302],
    ['an error', { 'content-type': 'image/jpeg' }, 404],
  ])('is not %s', async (_, headers, status) => {
    send(headers, card, status);
    const url = fetchUrl(`${remoteOrigin}/card.jpg`);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([400, 400]);
    expect(asked.map(({ request }) => request.url)).toEqual(['/card.jpg', '/card.jpg']);
  });
});

describe('an upload by the SDK', () => {
  const dataUri = `data:image/png;base64,${carrier.toString('base64')}`;
  const rejection = (message: RegExp) => ({
    http_code: 401,
    message: expect.stringMatching(message) as string,
  });

  it('stores a data URI', async () => {
    const options = { ...account, public_id: 'og/a & b', tags: ['a', 'b&c'], context: 'x=1&y=2' };
    const result = await sdk.uploader.upload(dataUri, options);
    expect(result).toMatchObject({
      public_id: 'og/a & b',
      width: 4,
      height: 3,
      format: 'png',
      bytes: carrier.length,
    });
    expect(result).toMatchObject({
      resource_type: 'image',
      type: 'upload',
      version: expect.any(Number) as number,
    });
    const delivered = await fetch(result.url);
    expect(Buffer.from(await delivered.arrayBuffer()).equals(carrier)).toBe(true);
  });

  it('stores a file, over an older one only when it may', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cardstock-upload-'));
    try {
      const file = join(folder, 'card.jpg');
      await writeFile(file, card);
      const kept = await sdk.uploader.upload(file, { ...account, public_id: 'carrier', overwrite: false });
      expect(kept).toMatchObject({ format: 'png', existing: true });
      const replaced = await sdk.uploader.upload(file, { ...account, public_id: 'carrier', overwrite: true });
      expect(replaced).toMatchObject({ format: 'jpg', bytes: card.length });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ['secret', { api_secret: 'c' }, /^Invalid Signature /],
    ['key', { api_key: '9' }, /^unknown api_key$/],
    ['cloud', { cloud_name: 'other' }, /^Invalid cloud_name other$/],
    ['hour', { timestamp: Math.floor(Date.now() / 1000) - 3700 }, /^Stale request/],
  ])('with a wrong %s is refused', async (_, wrong, message) => {
    const { uploads } = standIn.calls;
    const upload = sdk.uploader.upload(dataUri, { ...account, public_id: 'refused', ...wrong });
    await expect(upload).rejects.toMatchObject(rejection(message));
    expect((await fetch(`${standIn.origin}/test123/image/upload/refused`)).status).toBe(404);
    expect(standIn.calls.uploads).toBe(uploads + 1);
  });

  it('of something else is refused', async () => {
    const upload = sdk.uploader.upload('data:image/png;base64,aGVsbG8=', account);
    await expect(upload).rejects.toMatchObject({ http_code: 400, message: 'Invalid image file' });
  });

  it('is signed with SHA-256 for an account that wants that', async () => {
    await withStandIn({ signatureAlgorithm: 'sha256' }, async (origin) => {
      const there = { ...account, upload_prefix: origin };
      await expect(sdk.uploader.upload(dataUri, there)).rejects.toMatchObject({ http_code: 401 });
      const result = await sdk.uploader.upload(dataUri, { ...there, signature_algorithm: 'sha256' });
      expect(result.format).toBe('png');
    });
  });
});

describe('a ping by the SDK', () => {
  it('is answered to whom the account belongs', async () => {
    const { pings } = standIn.calls;
    await expect(sdk.api.ping(account)).resolves.toMatchObject({ status: 'ok' });
    for (const wrong of [{ api_secret: 'c' }, { api_key: '9' }, { cloud_name: 'other' }]) {
      const refused = sdk.api.ping({ ...account, ...wrong });
      await expect(refused).rejects.toMatchObject({ error: { http_code: 401 } });
    }
    expect(standIn.calls.pings).toBe(pings + 4);
  });
});
