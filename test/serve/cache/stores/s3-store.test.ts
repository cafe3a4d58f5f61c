import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { unpackEntry } from '../../../../src/serve/cache/entry.ts';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { purge } from '../../../../src/serve/cache/purge.ts';
import { S3Store } from '../../../../src/serve/cache/stores/s3-store.ts';
import { accessDenied, S3Server, slowDown, type Trouble } from '../../../support/aws/s3-server.ts';
import { countingRender, key, keyOf, packed } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';
import { describeStore } from './conformance.ts';

let s3: S3Server;
beforeAll(async () => void (s3 = await S3Server.start({ keysOfPage: 100 })));
afterAll(() => s3.stop());
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  s3.objects().clear();
  s3.requests.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
  s3.recover();
});

const open = (options = {}) =>
  new S3Store({
    bucket: 'cards',
    prefix: 'site/',
    sealed: '/og/',
    endpoint: s3.endpoint,
    timeoutMs: 20_000,
    ...options,
  });

describeStore(
  'the S3 store',
  () => {
    s3.objects().clear();
    return { open, openUnreachable: () => open({ endpoint: 'http://127.0.0.1:9' }) };
  },
  { countsHits: false, keepsFirst: true, pageOfKeys: 100 },
);

// Of the card `plain`, titled "Hello", as a URL has it.
const path = 'og/AAAAAAAAAFsicGxhaW4iLHsidGl0bGUiOiJIZWxsbyJ9XQ.jpg';

describe('an object', () => {
  it('is the picture, where its URL leads, as a CDN may serve it for good', async () => {
    await open().set(key, packed('a picture', { createdAt: 5, quality: 80 }), path);
    const { body, headers, checksums } = s3.objects().get(`site/${path}`)!;
    expect(body.toString()).toBe('a picture');
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-amz-meta-key': key,
      'x-amz-meta-cache-tag': 'cardstock,template-plain,variant-og',
      'x-amz-meta-sha256': createHash('sha256').update('a picture').digest('hex'),
    });
    expect(JSON.parse(String(headers['x-amz-meta-facts']))).toEqual({
      ...{ format: 'jpeg', width: 1200, height: 630, quality: 80, createdAt: 5 },
      ...{ overBudget: false, fitted: true, clamped: false, headlineClamped: false },
    });
    expect(checksums).toHaveProperty('x-amz-checksum-crc32');
    expect(unpackEntry((await open().get(key, path))!)).toMatchObject({ createdAt: 5, quality: 80 });
  });

  it('is found under its path alone, and never shown for another picture of the same path', async () => {
    const store = open();
    await store.set(key, packed('of yesterday'), path);
    expect(await store.get(keyOf(1), path)).toBeUndefined();
    expect(await store.set(keyOf(1), packed('of today'), path)).toBeUndefined();
    expect(unpackEntry((await store.get(keyOf(1), path))!)!.bytes.toString()).toBe('of today');
    expect(unpackEntry((await store.get(key, path))!)!.bytes.toString()).toBe('of yesterday');
  });

  it('lies under the hash of its name where that is too long for S3, and a CDN can tell so too', async () => {
    const name = `${'A'.repeat(1_100)}.jpg`;
    await open().set(key, packed(), `og/${name}`);
    const hash = createHash('sha256').update(name).digest('hex');
    expect([...s3.objects().keys()]).toEqual([`site/og/${hash}.jpg`]);
    expect(await open().get(key, `og/${name}`)).toBeDefined();
    expect(await keysOf(open())).toEqual([`/og/${hash}.jpg`]);
  });

  it('that is not as it was written is removed, and written anew', async () => {
    await open().set(key, packed(), path);
    s3.objects().get(`site/${path}`)!.body = Buffer.from('a pixture');
    const camera = countingRender();
    const ask = () => new ImageCache(open(), { memoryBytes: 1 }).getOrRender(key, camera.render, { path });
    expect(await ask()).toMatchObject({ origin: 'rendered', isStored: true });
    expect((await ask()).origin).toBe('store');
  });

  it('of somebody else is neither shown, nor listed, nor replaced', async () => {
    await open().set(key, packed(), path);
    const theirs = { ...s3.objects().get(`site/${path}`)!, headers: {}, body: Buffer.from('theirs') };
    for (const name of ['site/og/home.jpg', 'site/photo.jpg', 'another/og/x.jpg', `site/${path}`])
      s3.objects().set(name, theirs);
    expect(await open().get(key, path)).toBeUndefined();
    await open().set(key, packed(), path);
    expect(s3.objects().get(`site/${path}`)!.body.toString()).toBe('theirs');
    expect(await keysOf(open())).toEqual([`/${path}`, key]);
  });
});

describe('what is in a bucket', () => {
  const sealed = `/${path}`;
  const built = '/og/BBBBBBBBBBBBBBBBBBBBBB.jpg';

  beforeEach(async () => {
    const store = open();
    await store.set('plain/og/AAAAAAAAAAAAAAAAAAAAAA.jpg', packed(), path);
    await store.set('article/square/BBBBBBBBBBBBBBBBBBBBBB.jpg', packed(), built.slice(1));
    await store.set('article/og/CCCCCCCCCCCCCCCCCCCCCC.jpg', packed());
  });

  it.each([
    [{ template: 'plain' }, [built, 'article/og/CCCCCCCCCCCCCCCCCCCCCC.jpg']],
    [{ template: 'article' }, [sealed]],
    [{ variant: 'og' }, [built]],
    [{ variant: 'square', template: 'article' }, [sealed, 'article/og/CCCCCCCCCCCCCCCCCCCCCC.jpg']],
    [{ olderThanMs: 3_600_000 }, [sealed, built, 'article/og/CCCCCCCCCCCCCCCCCCCCCC.jpg']],
    [{}, []],
  ])('is purged by what it shows and when it was put there: %o', async (filter, left) => {
    await purge(open(), filter);
    expect(await keysOf(open())).toEqual(left.toSorted());
  });

  it('is purged a thousand at a time', async () => {
    await purge(open(), {});
    expect([s3.count('DeleteObjects'), s3.count('DeleteObject')]).toEqual([1, 0]);
  });
});

describe('the image cache over an S3 that', () => {
  const ask = (cache: ImageCache) => cache.getOrRender(key, countingRender().render, { path });
  const openCache = (timeoutMs: number) =>
    new ImageCache(open({ timeoutMs }), { memoryBytes: 1, storeTimeoutMs: timeoutMs + 100 });

  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

  it.each<[string, Trouble]>([
    ['refuses', accessDenied],
    ['never answers', 'silent'],
    ['cuts every line', 'dead'],
    ['asks for patience again and again', slowDown],
    ['fails within', { status: 500, code: 'InternalError' }],
  ])('%s costs a render, and is left alone after a few tries', async (_what, trouble) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    s3.breakDown(trouble);
    const cache = openCache(300);
    for (let card = 0; card < 5; card += 1) expect(await ask(cache)).toMatchObject({ isStored: false });
    const calls = s3.requests.length;
    for (let card = 0; card < 20; card += 1) await ask(cache);
    expect(s3.requests.length).toBe(calls);
    s3.recover();
    vi.advanceTimersByTime(5_000);
    expect(await ask(cache)).toMatchObject({ isStored: true });
  });

  it('asks for patience once is asked again, and nobody notices', async () => {
    await ask(openCache(20_000));
    s3.breakDown(slowDown, { times: 1 });
    expect((await ask(openCache(20_000))).origin).toBe('store');
    expect(console.error).not.toHaveBeenCalled();
  });

  it('is asked by two at once has one picture, and leaves no lease behind', async () => {
    const camera = countingRender();
    const get = () => new ImageCache(open(), { memoryBytes: 1 }).getOrRender(key, camera.render, { path });
    const cards = await Promise.all([get(), get(), get()]);
    expect(camera.renders).toBe(1);
    expect(cards.map(({ origin }) => origin).toSorted()).toEqual(['rendered', 'store', 'store']);
    expect([...s3.objects().keys()]).toEqual([`site/${path}`]);
  });
});

describe('who asks how it is', () => {
  const reader = { accessKeyId: 'READER', secretAccessKey: 'may only read', mayWrite: false };
  const cache = () => new ImageCache(open(), { memoryBytes: 1 });

  it('hears that it answers and takes images, and nothing is left of that', async () => {
    await cache().probe();
    await cache().probeWriting();
    expect(s3.objects().size).toBe(0);
  });

  it('hears that it can only be read', async () => {
    s3.accounts.push(reader);
    vi.stubEnv('AWS_ACCESS_KEY_ID', reader.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', reader.secretAccessKey);
    await cache().probe();
    await expect(cache().probeWriting()).rejects.toThrow('AccessDenied');
  });

  it.each([
    ['no such bucket', { bucket: 'another' }, 'NoSuchBucket'],
    ['no such place', { endpoint: 'http://127.0.0.1:9' }, 'S3 cannot be asked: '],
  ])('hears that there is %s', async (_what, options, message) => {
    await expect(new ImageCache(open(options), { memoryBytes: 1 }).probe()).rejects.toThrow(message);
  });

  it('hears that it does not answer', async () => {
    s3.breakDown('silent');
    await expect(open({ timeoutMs: 100 }).get(key)).rejects.toThrow('S3 took longer than 100 ms.');
  });
});

it('the SDK is asked for where it is not installed, by the command that brings it', async () => {
  onTestFinished(() => void vi.doUnmock('@aws-sdk/client-s3'));
  vi.doMock('@aws-sdk/client-s3', () => {
    throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  });
  const told = await open().get(key).catch(String);
  expect(told).toContain('npm install @aws-sdk/client-s3');
  expect(told).not.toContain('netlify.toml');
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'gen-opengraph-image');
  vi.stubEnv('SITE_ID', 'a-site');
  const [, line = 'none'] = /take the line (".*") out of netlify\.toml/.exec(
    String(await open().get(key).catch(String)),
  )!;
  expect(readFileSync(join(import.meta.dirname, '../../../../netlify.toml'), 'utf8')).toContain(`${line},`);
});
