import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openOriginals } from '../../../src/pictures/originals/open-originals.ts';
import { readTicket } from '../../../src/pictures/uploads/ticket.ts';
import { goodPng } from '../../card/pictures/support/pictures.ts';
import { makeFolder } from '../../support/folder.ts';
import { badPaths, pathsOf } from '../originals/conformance.ts';
import { secrets } from '../../support/services.ts';
import { asAdmin, formWith, send, startApi } from './support/api.ts';

async function start(config: Parameters<typeof startApi>[1] = {}) {
  const folder = makeFolder();
  const api = await startApi(join(folder, 'pictures'), { secrets, ...config });
  return { ...api, folder, stored: () => pathsOf(openOriginals(join(folder, 'pictures'))) };
}

describe('an address is not given away', () => {
  it.each<[string, object, string]>([
    ['for a name that leads out', { name: '../a.png' }, 'name'],
    ['for a hidden name', { name: '.cardstock/claims/a.png' }, 'name'],
    ['for a folder that leads out', { folder: '../..' }, 'folder'],
    ['for a name and a folder', { name: 'a.png', folder: 'b' }, 'folder'],
    ['for a name of another type', { name: 'a.png', types: ['jpeg'] }, 'name'],
    ['for more than there may be', { maxBytes: 20_000_001 }, 'maxBytes'],
    ['for nothing', { maxBytes: 0 }, 'maxBytes'],
    ['for a share of a byte', { maxBytes: 1.5 }, 'maxBytes'],
    ['for no type', { types: [] }, 'types'],
    ['for drawings', { types: ['svg'] }, 'types.0'],
    ['for longer than a week', { expiresInSeconds: 604_801 }, 'expiresInSeconds'],
    ['for yesterday', { expiresInSeconds: -1 }, 'expiresInSeconds'],
    ['that overwrites a hash', { overwrite: true }, 'overwrite'],
    ['with a wish nobody knows', { nane: 'a.png' }, 'body'],
  ])('%s', async (_name, wish, parameter) => {
    const { admin } = await start();
    const { status, said } = await admin('/api/pictures/uploads', 'POST', wish);
    expect([status, said.error]).toMatchObject([400, { code: 'invalid_parameter', parameter }]);
  });

  it.each([
    ['broken JSON', '{"name":', 'application/json', 400, 'invalid_parameter'],
    ['JSON of another shape', '[]', 'application/json', 400, 'invalid_parameter'],
    ['a form', 'name=a.png', 'application/x-www-form-urlencoded', 415, 'unsupported_upload'],
    ['plain text, as any page can send', '{"name":"a.png"}', 'text/plain', 415, 'unsupported_upload'],
    ['a book', `{"name":"${'a'.repeat(9_000)}"}`, 'application/json', 413, 'upload_too_large'],
  ])('for %s', async (_name, body, type, status, code) => {
    const { origin } = await start();
    const headers = { ...asAdmin, 'content-type': type };
    const answer = await send(`${origin}/api/pictures/uploads`, body, headers);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('with nothing said it takes what is usual, for an hour, and says so', async () => {
    const { admin } = await start({ siteUrl: 'https://site.example', basePath: '/cards' });
    const { status, said, headers } = await admin('/cards/api/pictures/uploads', 'POST');
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(said.upload!.url);
    expect(said.upload!.url).toMatch(
      /^https:\/\/site\.example\/cards\/api\/pictures\/uploads\/[\w-]+\?exp=\d+&sig=/,
    );
    expect(said.upload).toMatchObject({
      maxBytes: 10_000_000,
      types: ['jpeg', 'png', 'webp'],
      overwrite: false,
    });
    const leftSeconds = (Date.parse(said.upload!.expiresAt) - Date.now()) / 1_000;
    expect(Math.abs(leftSeconds - 3_600)).toBeLessThan(600);
  });
});

describe('an upload is refused', () => {
  it('at an address that anybody has touched', async () => {
    const { newUpload, stored } = await start();
    const address = await newUpload({ maxBytes: 50 });
    const [, , , , , , payload = ''] = address.split(/[/?]/);
    const more = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), maxBytes: 5_000 };
    const forged = address.replace(payload, Buffer.from(JSON.stringify(more)).toString('base64url'));
    const bytes = new Uint8Array(await goodPng());
    const touched = [
      forged,
      address.replace(/exp=\d/, 'exp=9'),
      address.replace(/sig=./, (sig) => (sig === 'sig=0' ? 'sig=1' : 'sig=0')),
      address.replace(/&sig=.*/, ''),
      address.replace(/\?.*/, ''),
      `${address}&overwrite=true`,
      address.replace('?', '?a=b&'),
      address.replace(/sig=(.*)/, (_all, sig: string) => `sig=${sig.toUpperCase()}A`),
    ];
    for (const each of touched) {
      const { status, code } = await send(each, bytes);
      expect([status, code], each).toEqual([403, 'invalid_signature']);
    }
    expect((await send(address, bytes)).status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it('at the address of a card, and a card at that of an upload', async () => {
    const { newUpload, cardstock } = await start();
    const { pathname, search } = new URL(await newUpload());
    const [signed = ''] = (pathname + search).split('&sig=');
    expect(() => readTicket(`${signed}&sig=${'0'.repeat(64)}`, secrets)).toThrow();
    const card = await cardstock.respond(
      new Request(`http://x/og/${pathname.split('/').at(-1)}.jpg${search}`),
    );
    expect(card.status).toBe(403);
  });

  it('when the time of its address is over', async () => {
    const { newUpload, stored } = await start();
    const address = await newUpload({ expiresInSeconds: 1 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { status, code } = await send(address, new Uint8Array(await goodPng()));
    expect([status, code]).toEqual([410, 'expired_url']);
    expect(await stored()).toEqual([]);
  });

  it.each<[string, () => BodyInit | Promise<BodyInit>, Record<string, string>, string]>([
    ['nothing', () => new Uint8Array(0), {}, '400 malformed_upload'],
    ['a form without a file', () => new URLSearchParams({ a: 'b' }), {}, '415 unsupported_upload'],
    [
      'a form with words alone',
      () => {
        const form = new FormData();
        form.set('a', 'b');
        return form;
      },
      {},
      '400 malformed_upload',
    ],
    [
      'two files',
      async () => {
        const form = formWith(await goodPng());
        form.append('more', new File([new Uint8Array(await goodPng())], 'b.png'));
        return form;
      },
      {},
      '400 malformed_upload',
    ],
    ['a form that breaks off', () => '--x\r\ncontent-disp', form('x'), '400 malformed_upload'],
    [
      'a form without a boundary',
      () => 'abc',
      { 'content-type': 'multipart/form-data' },
      '400 malformed_upload',
    ],
    ['a form of another boundary', () => '--x\r\n\r\n--x--', form('y'), '400 malformed_upload'],
    ['a form of a thousand fields', () => field.repeat(1_000) + field, form('x'), '400 malformed_upload'],
    ['a page', () => '<h1>', { 'content-type': 'text/html' }, '415 unsupported_upload'],
    [
      'a page that says it is a picture',
      () => '<h1>',
      { 'content-type': 'image/png' },
      '415 unsupported_upload',
    ],
    ['a picture that says it is a page', goodPage, { 'content-type': 'text/html' }, '415 unsupported_upload'],
    ['a byte too many', () => new Uint8Array(200_001), {}, '413 upload_too_large'],
    ['a byte too many in a form', () => formWith(Buffer.alloc(200_001)), {}, '413 upload_too_large'],
    ['far too many', () => new Uint8Array(1_000_000), {}, '413 upload_too_large'],
  ])('that is %s', async (_name, makeBody, headers, expected) => {
    const { newUpload, stored } = await start();
    const { status, code } = await send(await newUpload({ maxBytes: 200_000 }), await makeBody(), headers);
    expect(`${status} ${code}`).toBe(expected);
    expect(await stored()).toEqual([]);
  });

  it('that drips, breaks off or lies about its length, and holds nothing afterwards', async () => {
    const { newUpload, stored, origin, folder } = await start({ requestTimeoutMs: 300 });
    const { pathname, search } = new URL(await newUpload());
    const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n`;
    const png = (await goodPng()).toString('latin1');
    const cases: [says: string, hangsUp: boolean, hears: RegExp][] = [
      [`${head}Content-Length: 1000\r\n\r\nabc`, false, /408 Request Timeout/],
      [`${head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`, false, /408 Request Timeout/],
      [`${head}Content-Length: 10000\r\n\r\n${png}`, true, /^$/],
      [`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, false, /400 Bad Request/],
      [`${head}Content-Length: 3\r\n\r\n${png}`, false, /400 Bad Request|415 Unsupported/],
    ];
    for (const [says, hangsUp, hears] of cases) {
      expect(await heardFrom(origin, says, hangsUp), says.slice(-40)).toMatch(hears);
    }
    expect(await stored()).toEqual([]);
    const patient = await startApi(join(folder, 'pictures'), { secrets });
    const whole = await send(`${patient.origin}${pathname}${search}`, new Uint8Array(await goodPng()));
    expect(whole.status).toBe(201); // the address lives on
  });

  it('where many are held already, and taken when they are gone', async () => {
    const { newUpload, origin } = await start({ requestTimeoutMs: 20_000 });
    const { pathname, search } = new URL(await newUpload({ maxBytes: 20_000_000 }));
    const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n`;
    const sockets = Array.from({ length: 6 }, () => connect(Number(new URL(origin).port), '127.0.0.1'));
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    const heard = sockets.map((socket) =>
      once(
        socket.on('error', () => {}),
        'data',
      ).then(String),
    );
    for (const socket of sockets) socket.write(head + 'x'.repeat(19_000_000));
    expect(await Promise.race(heard)).toMatch(/503 Service Unavailable[^]*too_many_uploads/);
    for (const socket of sockets) socket.destroy();
    const address = await newUpload();
    const bytes = new Uint8Array(await goodPng());
    await expect.poll(async () => (await send(address, bytes)).status, { timeout: 20_000 }).toBe(201);
  });
});

const form = (boundary: string) => ({ 'content-type': `multipart/form-data; boundary=${boundary}` });
const field = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
async function goodPage() {
  return new Uint8Array(await goodPng());
}

/** All that a client hears until the line is closed, which says one thing and perhaps hangs up. */
async function heardFrom(origin: string, says: string, hangsUp: boolean): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => {});
  let heard = '';
  socket.on('data', (bytes) => {
    heard += String(bytes);
    if (/\r\n\r\n/.test(heard)) socket.end();
  });
  socket.write(Buffer.from(says, 'latin1'), () => hangsUp && socket.destroy());
  await once(socket, 'close');
  return heard;
}

describe('a picture', () => {
  it('is told of, listed by pages, and removed', async () => {
    const { admin, newUpload, stored } = await start();
    for (const name of ['a.png', 'b/1.png', 'b/2.png', 'c.png']) {
      await send(await newUpload({ name }), new Uint8Array(await goodPng()));
    }
    const first = await admin('/api/pictures?limit=3');
    expect(first.said.pictures!.map(({ path }) => path)).toEqual(['a.png', 'b/1.png', 'b/2.png']);
    expect(first.headers.get('link')).toBe('</api/pictures?limit=3&after=b%2F2.png>; rel="next"');
    const second = await admin(`/api/pictures?limit=3&after=${first.said.next}`);
    expect(second.said).toMatchObject({ pictures: [{ path: 'c.png' }] });
    expect(second.said).not.toHaveProperty('next');
    const inB = await admin('/api/pictures?prefix=b/');
    expect(inB.said.pictures!.map(({ path }) => path)).toEqual(['b/1.png', 'b/2.png']);
    for (const id of ['b/1.png', 'b%2F1.png']) {
      expect((await admin(`/api/pictures/${id}`)).said.picture).toMatchObject({
        path: 'b/1.png',
        height: 40,
      });
    }
    expect((await admin('/api/pictures/b/1.png', 'DELETE')).said).toEqual({ removed: 'b/1.png' });
    const again = await admin('/api/pictures/b/1.png', 'DELETE');
    expect([again.status, again.said.error!.code]).toEqual([404, 'picture_not_found']);
    expect(await stored()).toEqual(['a.png', 'b/2.png', 'c.png']);
  });

  it('is all that is listed: a text in the folder is none, and a broken one is told to be', async () => {
    const { admin, newUpload, folder } = await start();
    await send(await newUpload({ name: 'a.png' }), new Uint8Array(await goodPng()));
    writeFileSync(join(folder, 'pictures', 'read.me'), 'text');
    writeFileSync(join(folder, 'pictures', 'broken.png'), 'text');
    const { said } = await admin('/api/pictures');
    expect(said.pictures!.map(({ path }) => path)).toEqual(['a.png', 'broken.png']);
    expect((await admin('/api/pictures/broken.png')).said.error!.code).toBe('broken_picture');
  });

  it.each(badPaths.filter((path) => !/^\/?$|\.\.?(\/|$)|\p{Cs}/u.test(path)))(
    'is not looked for at %j',
    async (path) => {
      const { admin } = await start();
      const { status, said } = await admin(`/api/pictures/${encodeURIComponent(path)}`, 'DELETE');
      expect([status, said.error!.code]).toEqual([400, 'invalid_parameter']);
    },
  );

  it('is not looked for outside, however the way is spelled', async () => {
    const { origin, folder, ask } = await start();
    writeFileSync(join(folder, 'secret.png'), await goodPng());
    const ways = ['../secret.png', '..%2fsecret.png', '%2e%2e%2fsecret.png', 'a/..%2f..%2fsecret.png'];
    for (const way of [...ways, String.raw`..%5csecret.png`, '..%252fsecret.png', '%2fetc%2fpasswd']) {
      for (const method of ['GET', 'DELETE']) {
        const { status } = await ask(`/api/pictures/${way}`, { method, headers: asAdmin });
        expect([400, 404], `${method} ${way}`).toContain(status);
      }
    }
    // As no client of the web would spell it.
    const token = `Authorization: ${asAdmin.authorization}`;
    const raw = `DELETE /api/pictures/../secret.png HTTP/1.1\r\nHost: localhost\r\n${token}\r\n\r\n`;
    expect(await heardFrom(origin, raw, false)).toMatch(/^HTTP\/1\.1 404/);
    expect(existsSync(join(folder, 'secret.png'))).toBe(true);
  });

  it.each([
    ['GET', '?limit=0', 'limit'],
    ['GET', '?limit=1001', 'limit'],
    ['GET', '?limit=ten', 'limit'],
    ['GET', '?page=2', 'page'],
    ['GET', '?after=a&after=b', 'after'],
    ['GET', '/%zz', 'path'],
    ['POST', '/purge', 'tag'],
    ['POST', '/purge?tag=', 'tag'],
    ['POST', '/purge?tag=everything', 'tag'],
  ])('%s /api/pictures%s says what is wrong with %s', async (method, rest, parameter) => {
    const { admin } = await start();
    const { status, said } = await admin(`/api/pictures${rest}`, method);
    expect([status, said.error]).toMatchObject([400, { code: 'invalid_parameter', parameter }]);
  });

  it('is not done to what nobody does', async () => {
    const { admin } = await start();
    const put = await admin('/api/pictures/a.png', 'PUT');
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, DELETE']);
    const all = await admin('/api/pictures', 'DELETE');
    expect([all.status, all.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('may be sent from a page of elsewhere, which may do nothing else', async () => {
    const { ask, newUpload, cardstock } = await start({ host: '0.0.0.0' });
    expect(cardstock.config.host).toBe('0.0.0.0'); // loopback refuses pages of elsewhere altogether
    const address = await newUpload();
    const origin = 'https://app.example';
    const preflight = await ask(address, { method: 'OPTIONS', headers: { origin } });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'POST']);
    const sent = await send(address, new Uint8Array(await goodPng()), { origin });
    expect(sent.headers.get('access-control-allow-origin')).toBe('*');
    const list = await ask('/api/pictures', { headers: { origin } });
    expect(list.headers.get('access-control-allow-origin')).toBeNull();
  });
});
