import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { S3Source } from '../../../src/pictures/import/s3-source.ts';
import { S3Originals } from '../../../src/pictures/originals/s3-originals.ts';
import { accessDenied, type Operation, owner, S3Server } from '../../support/aws/s3-server.ts';
import { goodPng } from '../../card/pictures/support/pictures.ts';
import { pathsOf } from '../originals/conformance.ts';
import { emptyOriginals, imported } from './support/importing.ts';

const timeoutMs = 20_000;

let s3: S3Server;
let png: Buffer;
beforeAll(async () => {
  s3 = await S3Server.start({ buckets: ['theirs', 'ours'], keysOfPage: 100 });
  png = await goodPng();
});
afterAll(() => s3.stop());
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  for (const bucket of ['theirs', 'ours']) s3.objects(bucket).clear();
  s3.requests.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  s3.recover();
});

const source = (prefix = '', without?: string) =>
  new S3Source({ bucket: 'theirs', prefix, without, endpoint: s3.endpoint, timeoutMs });
const bucket = () => new S3Originals({ bucket: 'ours', prefix: 'site/', endpoint: s3.endpoint, timeoutMs });

function put(...keys: string[]) {
  for (const key of keys) {
    const [etag, lastModified] = ['"1"', new Date()];
    s3.objects('theirs').set(key, { body: png, headers: {}, checksums: {}, etag, lastModified });
  }
}

function changes(): Operation[] {
  const writes: Operation[] = ['PutObject', 'DeleteObject', 'DeleteObjects'];
  return s3.requests.filter(({ operation }) => writes.includes(operation)).map(({ operation }) => operation);
}

it('a bucket of many pages comes over whole, and the next import reads none of it', async () => {
  const keys = Array.from({ length: 350 }, (_, at) => `${at % 7}/${String(at).padStart(5, '0')}.png`);
  put(...keys);
  const { originals } = emptyOriginals();
  const { summary } = await imported({ source: source(), originals });
  expect(summary).toMatchObject({ stored: 350, failed: 0, refused: 0 });
  expect(await pathsOf(originals)).toEqual(keys.sort());
  expect(s3.count('ListObjectsV2')).toBe(4);
  expect(s3.count('GetObject')).toBe(350);
  expect(changes()).toEqual([]);
  expect((await imported({ source: source(), originals })).summary).toMatchObject({ there: 350, stored: 0 });
  expect(s3.count('GetObject')).toBe(350);
});

it('from bucket to bucket, what is there is told from lists alone', async () => {
  put('a.png', 'b/c.png', 'b/d.png');
  const first = await imported({ source: source(), originals: bucket(), prefix: 'tech/' });
  expect(first.summary).toMatchObject({ stored: 3 });
  expect([...s3.objects('ours').keys()].sort()).toEqual([
    'site/tech/a.png',
    'site/tech/b/c.png',
    'site/tech/b/d.png',
  ]);
  expect(s3.objects('ours').get('site/tech/a.png')).toMatchObject({
    body: png,
    headers: { 'content-type': 'image/png' },
  });
  s3.requests.length = 0;
  put('b/cc.png');
  const second = await imported({ source: source(), originals: bucket(), prefix: 'tech/' });
  expect(second.summary).toMatchObject({ there: 3, stored: 1 });
  expect(s3.count('GetObject')).toBe(1);
  expect(s3.count('HeadObject')).toBe(1); // before the one that is written
  expect(s3.count('ListObjectsV2')).toBe(2);
});

it('a prefix of the bucket is no part of the paths', async () => {
  put('uploads/2024/a.png', 'uploads/2025/b.png', 'other/c.png');
  const { originals } = emptyOriginals();
  await imported({ source: source('uploads/'), originals });
  expect(await pathsOf(originals)).toEqual(['2024/a.png', '2025/b.png']);
});

it('keys with letters of any kind are asked for as they are', async () => {
  const kept = [
    'a b.png',
    'a+b.png',
    "it's.png",
    'Grüße/日本 (1).png',
    '🙂.png',
    'a&b=c;d.png',
    'a~b!@$,.png',
  ];
  put(...kept, 'a%20b.png', 'x?y.png', 'x#y.png', 'folder/', '//c.png', 'line\nbreak.png');
  const { originals } = emptyOriginals();
  const { summary, by } = await imported({ source: source(), originals });
  expect(summary).toMatchObject({ stored: kept.length, refused: 5, failed: 0 });
  expect((await pathsOf(originals)).sort()).toEqual([...kept].sort());
  expect(by('s3://theirs/x?y.png')).toMatchObject({ outcome: 'refused' });
  const renamed = emptyOriginals();
  const second = await imported({ source: source(), originals: renamed.originals, rename: true });
  expect(second.summary).toMatchObject({ stored: kept.length + 5 });
});

it('what is imported into a part of its own source is not imported again', async () => {
  put('a.png', 'kept/a.png', 'kept-not/b.png');
  const { originals } = emptyOriginals();
  await imported({ source: source('', 'kept/'), originals });
  expect(await pathsOf(originals)).toEqual(['a.png', 'kept-not/b.png']);
  expect(await source('', 'kept/').count(new AbortController().signal)).toBe(2);
});

it('what is too large is not asked for, and of a film no more than its beginning is read', async () => {
  put('large.png', 'film.mp4');
  s3.objects('theirs').get('large.png')!.body = Buffer.alloc(20_000_001);
  s3.objects('theirs').get('film.mp4')!.body = Buffer.alloc(20_000_000, 'ftypmp42');
  const { originals } = emptyOriginals();
  const { summary, by } = await imported({ source: source(), originals });
  expect(summary).toMatchObject({ refused: 1, ignored: 1 });
  expect(by('s3://theirs/large.png')).toMatchObject({ reason: 'it has more than 20000000 bytes' });
  expect(s3.requests.filter(({ key }) => key === 'large.png')).toEqual([]);
});

it('a bucket that refuses ends the import by its name', async () => {
  s3.breakDown(accessDenied);
  const { originals } = emptyOriginals();
  await expect(imported({ source: source(), originals })).rejects.toThrow('AccessDenied');
});

it('an object that is refused costs itself alone', async () => {
  put('a.png', 'b.png', 'c.png');
  s3.breakDown(accessDenied, { operations: ['GetObject'], times: 1 });
  const { originals } = emptyOriginals();
  const { summary, entries } = await imported({ source: source(), originals });
  expect(summary).toMatchObject({ stored: 2, failed: 1 });
  expect(entries.find(({ outcome }) => outcome === 'failed')?.reason).toContain('AccessDenied');
});

it('an account that may only read is enough', async () => {
  s3.accounts.splice(0, 1, { ...owner, mayWrite: false });
  put('a.png');
  const { originals } = emptyOriginals();
  const { summary } = await imported({ source: source(), originals });
  s3.accounts.splice(0, 1, owner);
  expect(summary).toMatchObject({ stored: 1 });
});
