import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { DiskStore } from '../../src/serve/cache/stores/disk-store.ts';
import { packEntry } from '../../src/serve/cache/entry.ts';
import { S3Store } from '../../src/serve/cache/stores/s3-store.ts';
import { startCloudFront } from '../support/aws/cloudfront-server.ts';
import { S3Server } from '../support/aws/s3-server.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const day = 24 * 60 * 60 * 1000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardstock-cli-cache-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cardstock = (...words: string[]) =>
  cardstockOn({ CARDSTOCK_STORE: 'disk', CARDSTOCK_CACHE: folder }, words);

const cardstockOn = (variables: Record<string, string>, words: readonly string[]) =>
  run(process.execPath, [main, ...words], { env: { ...process.env, NODE_ENV: 'production', ...variables } });

const notes = { overBudget: false, fitted: false, clamped: false };

/** An image of 100 kB, made some days ago. */
function image(daysAgo: number): Buffer {
  const createdAt = Date.now() - daysAgo * day;
  return packEntry({
    bytes: Buffer.alloc(100_000),
    format: 'jpeg',
    width: 1,
    height: 1,
    ...notes,
    createdAt,
  });
}

describe('cardstock cache', () => {
  beforeAll(async () => {
    const store = new DiskStore({ folder, maxBytes: 10_000_000 });
    await store.set('article/og/a.jpg', image(0));
    await store.set('article/og/b.jpg', image(40));
    await store.set('article/square/c.jpg', image(40));
    await store.set('plain/og/d.jpg', image(2));
    await store.recordHits({ hits: 90, misses: 10 });
  });

  it('shows the size, the hit rate and the entries', async () => {
    const { stdout } = await cardstock('cache');
    expect(stdout.split('\n')).toEqual([
      `store     disk, ${folder}`,
      'entries   4',
      'size      0.4 MB of 1024 MB',
      'hit rate  90.0 % of 100 requests',
      '  article  og: 2, 0.2 MB',
      '  article  square: 1, 0.1 MB',
      '  plain  og: 1, 0.1 MB',
      '',
    ]);
  });

  it('purges by age and template together, then by size, then all', async () => {
    expect((await cardstock('cache', 'purge', '--template', 'article', '--older-than', '30d')).stdout).toBe(
      'removed 2 images\n',
    );
    expect((await cardstock('cache', 'purge', '--variant', 'square')).stdout).toBe('removed 0 images\n');
    expect((await cardstock('cache', 'purge')).stdout).toBe('removed 2 images\n');
    expect((await cardstock('cache')).stdout).toContain('entries   0');
  });

  it.each(['soon', '-1d'])('refuses the duration %s by name', async (duration) => {
    await expect(cardstock('cache', 'purge', `--older-than=${duration}`)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `--older-than: unknown value "${duration}". Valid: 30d, 12h, 90m.`,
      ) as string,
    });
  });
});

describe('cardstock cache purge, with a CDN', () => {
  const purge = (variables: Record<string, string>, ...words: string[]) =>
    cardstockOn({ CARDSTOCK_STORE: 'disk', CARDSTOCK_CACHE: folder, ...variables }, [
      'cache',
      'purge',
      ...words,
    ]);

  async function fill() {
    const store = new DiskStore({ folder, maxBytes: 10_000_000 });
    for (const key of ['@img/blog/photo.jpg/md/1.webp', '@img/blog/b.jpg/md/1.webp', 'article/og/a.jpg'])
      await store.set(key, image(0));
  }

  async function cloudFront() {
    const standIn = await startCloudFront();
    onTestFinished(() => standIn.close());
    return standIn;
  }

  it('reaches it, for pictures and cards', async () => {
    await fill();
    const { environment, underWay } = await cloudFront();
    const images = await purge(environment, '--image', 'blog/photo.jpg');
    expect(images.stdout).toBe('removed 1 image\npurged  CloudFront, E2EXAMPLE1\n');
    expect(underWay.map(({ paths }) => paths)).toEqual([['/img/blog/photo*']]);
    const [tagged, { stdout: left }] = await Promise.all([
      purge(environment, '--tag', 'template-article'),
      cardstock('cache'),
    ]);
    expect(tagged.stdout).toBe('removed 1 image\npurged  CloudFront, E2EXAMPLE1\n');
    expect(left).toContain('  pictures  md: 1');
  });

  it('that refuses exits with 1, says why, and what was removed stays removed', async () => {
    await fill();
    const { environment, underWay } = await cloudFront();
    const refused = purge({ ...environment, OG_CLOUDFRONT_DISTRIBUTION: 'EANOTHER' });
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stdout: 'removed 3 images\n',
      stderr: expect.stringContaining('EANOTHER was not purged: there is no such distribution') as string,
    });
    await fill();
    expect((await purge(environment, '--no-cdn')).stdout).toBe('removed 3 images\n');
    expect(underWay).toEqual([]);
  });

  it('is not asked for the path of no picture', async () => {
    await expect(purge({}, '--image', '../photo.jpg')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--image: has a part that begins with a dot') as string,
    });
  });
});

it('cardstock cache shows and purges a bucket too', async () => {
  const s3 = await S3Server.start();
  onTestFinished(() => s3.stop());
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const bucket = { bucket: 'cards', prefix: '', sealed: '/og/', endpoint: s3.endpoint, timeoutMs: 20_000 };
  const store = new S3Store(bucket);
  await store.set('plain/og/a.jpg', image(0), 'og/AAAAAAAAAFsicGxhaW4iLHsidGl0bGUiOiJIZWxsbyJ9XQ.jpg');
  await store.set('article/og/b.jpg', image(0));
  await store.set('article/og/c.jpg', image(0), 'og/CCCCCCCCCCCCCCCCCCCCCC.jpg');
  const words = (...words: string[]) =>
    cardstockOn({ ...s3.environment, CARDSTOCK_STORE: 's3://cards' }, words);
  const { stdout } = await words('cache');
  for (const line of [
    'store     S3, s3://cards/',
    'entries   3',
    'size      0.3 MB',
    'hit rate  not counted by this store',
    '  article  og: 1, 0.1 MB',
    '  named by a hash: 1, 0.1 MB',
    '  plain  its own size: 1, 0.1 MB',
  ])
    expect(stdout.split('\n')).toContain(line);
  expect((await words('cache', 'purge', '--older-than', '1d')).stdout).toBe('removed 0 images\n');
  expect((await words('cache', 'purge', '--template', 'article')).stdout).toBe('removed 2 images\n');
  expect(s3.objects().size).toBe(1);
  const nowhere = cardstockOn({ ...s3.environment, CARDSTOCK_STORE: 's3://another' }, ['cache']);
  await expect(nowhere).rejects.toMatchObject({
    stderr: expect.stringContaining('could not be reached, or refused: NoSuchBucket') as string,
  });
});
