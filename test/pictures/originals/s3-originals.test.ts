import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { S3Originals } from '../../../src/pictures/originals/s3-originals.ts';
import { accessDenied, S3Server } from '../../support/aws/s3-server.ts';
import { describeOriginals, pathsOf } from './conformance.ts';

const kept = { contentType: 'image/png', overwrite: false };
const limits = { maxBytes: 1_000 };

let s3: S3Server;
let other: Awaited<ReturnType<typeof startOther>>;
beforeAll(async () => {
  s3 = await S3Server.start({ keysOfPage: 3 });
  other = await startOther();
});
afterAll(async () => {
  await Promise.all([s3.stop(), other.server.close()]);
  rmSync(other.directory, { recursive: true });
});
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  s3.objects().clear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  s3.recover();
});

const open = (options = {}) =>
  new S3Originals({ bucket: 'cards', prefix: 'site/', endpoint: s3.endpoint, timeoutMs: 20_000, ...options });

describeOriginals('S3', () => {
  s3.objects().clear();
  return open;
});

/** Written by others, and without conditions. */
async function startOther() {
  const configureBuckets = [{ name: 'cards' }];
  const directory = mkdtempSync(join(tmpdir(), 'cardstock-s3rver-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, configureBuckets, directory });
  const { port } = await server.run();
  return { server, directory, endpoint: `http://127.0.0.1:${port}` };
}

it('an S3 of others, which knows no conditions, keeps pictures as well', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'S3RVER');
  const originals = open({ endpoint: other.endpoint });
  expect(await originals.write('blog/Grüße 1.png', Buffer.from('one'), kept)).toBe('stored');
  expect(await originals.write('blog/Grüße 1.png', Buffer.from('two'), kept)).toBe('exists');
  const { version } = (await originals.find('blog/Grüße 1.png'))!;
  expect(await originals.read('blog/Grüße 1.png', limits)).toEqual({ bytes: Buffer.from('one'), version });
  expect(await pathsOf(originals, { prefix: 'blog/' })).toEqual(['blog/Grüße 1.png']);
  expect(await originals.remove('blog/Grüße 1.png')).toBe(true);
  expect(await originals.find('blog/Grüße 1.png')).toBeUndefined();
});

it('an object has the type of its picture, and the path below the prefix', async () => {
  await open().write('blog/a.png', Buffer.from('x'), kept);
  expect([...s3.objects().keys()]).toEqual(['site/blog/a.png']);
  expect(s3.objects().get('site/blog/a.png')!.headers).toMatchObject({ 'content-type': 'image/png' });
});

it('what is hidden in the bucket, or no path of a picture, is not listed', async () => {
  const originals = open();
  await originals.write('a.png', Buffer.from('x'), kept);
  const object = s3.objects().get('site/a.png')!;
  for (const key of ['site/.cardstock/claims/1', 'site/folder/', 'other/b.png', 'site/a//b.png']) {
    s3.objects().set(key, object);
  }
  expect(await pathsOf(originals)).toEqual(['a.png']);
});

it('a bucket that refuses, or does not answer, is not an empty one', async () => {
  s3.breakDown(accessDenied);
  const failed = { code: 'pictures_unavailable', status: 502 };
  const originals = open();
  await expect(originals.find('a.png')).rejects.toMatchObject(failed);
  await expect(originals.read('a.png', limits)).rejects.toMatchObject(failed);
  await expect(originals.write('a.png', Buffer.from('x'), kept)).rejects.toMatchObject(failed);
  await expect(originals.remove('a.png')).rejects.toMatchObject(failed);
  await expect(pathsOf(originals)).rejects.toMatchObject(failed);
  await expect(open({ endpoint: 'http://127.0.0.1:9' }).find('a.png')).rejects.toMatchObject(failed);
});

it('a bucket that says nothing is waited for a few seconds', async () => {
  s3.breakDown('silent');
  s3.requests.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const found = open()
    .find('a.png')
    .catch((error: unknown) => error);
  await vi.waitFor(() => expect(s3.requests).toHaveLength(1), { timeout: 20_000 });
  vi.advanceTimersByTime(10_000);
  expect(await found).toMatchObject({ code: 'pictures_unavailable', status: 502 });
});
