import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Cardstock } from '../../../src/cardstock.ts';
import { buildSite } from '../../../src/project/build-site.ts';
import { templates } from '../../../templates/index.ts';
import { accessDenied, S3Server } from '../../support/aws/s3-server.ts';
import { makeSite, metaOf, page } from './support.ts';

const main = join(import.meta.dirname, '../../../dist/src/cli/main.js');
const store = 's3://cards/site';
const parts = [1, 2, 3];

let s3: S3Server;
beforeAll(async () => void (s3 = await S3Server.start()));
afterAll(() => s3.stop());
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  s3.objects().clear();
  s3.requests.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  s3.recover();
});

const article =
  '<meta name="author" content="Ada Lovelace"><meta property="article:published_time" content="2026-11-01">';

/** With cards that are alike in several parts, one that wants a look, and one that is left alone. */
const pages = {
  ...Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [`${index}.html`, page({ title: `Page ${index}` })]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 3 }, (_, index) => [`same/${index}.html`, page({ title: 'Same' })]),
  ),
  'long.html': page({ title: 'WWWWWWWWW '.repeat(30).trim(), head: article }),
  'own.html': page({ head: '<meta name="robots" content="noindex">' }),
};
const differentCards = 9;

type Site = ReturnType<typeof makeSite>;

/** All that a build leaves but the time of day: the site, the images beside it and the manifest. */
function resultOf({ snapshot, cacheFolder }: Site) {
  const manifest = readFileSync(join(cacheFolder, 'manifest.json'), 'utf8');
  return { files: snapshot(), manifest: manifest.replaceAll(/"lastUsedAt":\d+/g, '') };
}

const imagesInStore = () => [...s3.objects().keys()].filter((name) => name.startsWith('site/og/'));

/** A shard in a process of its own, killed as soon as some of its images are there. */
async function killShard({ project, folder }: Site, shard: string): Promise<void> {
  const words = ['build', folder, '--site', 'https://example.com', '--store', store, '--shard', shard];
  const env = { ...process.env, CARDSTOCK_TIMEOUT_MS: '8000' }; // what it leases is free again after a quarter
  const child = spawn(process.execPath, [main, ...words], { cwd: project, env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  while (child.exitCode === null && imagesInStore().length === 0) await sleep(2);
  child.kill('SIGKILL');
  await exited;
}

describe('shards of a build', () => {
  it('and their merge are one build, byte for byte, though one of them was killed', async () => {
    const alone = makeSite(pages);
    await alone.build();

    await killShard(makeSite(pages), '2/3');
    let [made, seen] = [0, 0];
    for (const part of parts) {
      const machine = makeSite(pages);
      const before = machine.snapshot();
      const report = await machine.build({ store, shard: { part, of: 3 } });
      expect(report.failures).toEqual([]);
      expect(report.pages).toBeGreaterThan(0);
      made += report.made;
      seen += report.pages;
      expect(machine.snapshot()).toEqual(before);
    }
    expect(seen).toBe(Object.keys(pages).length);
    expect(made).toBeLessThan(differentCards); // what the killed one had made is not made again
    expect(imagesInStore()).toHaveLength(differentCards);

    const merged = makeSite(pages);
    const report = await merged.build({ store, merge: true });
    expect(report).toMatchObject({ made: 0, pages: Object.keys(pages).length, failures: [] });
    expect(report.warnings.map(({ path }) => path)).toEqual(['long.html']);
    expect(resultOf(merged)).toEqual(resultOf(alone));
  });

  it('that run again fetch nothing', async () => {
    const site = makeSite({ 'index.html': page() });
    const shard = { part: 1, of: 1 };
    await site.build({ store, shard });
    s3.requests.length = 0;
    expect(await site.build({ store, shard })).toMatchObject({ made: 0, reused: 1 });
    expect([s3.count('HeadObject'), s3.count('PutObject')]).toEqual([1, 0]);
  });

  it.each([
    [{ store: undefined }, 'Shards meet in a store'],
    [{ store: 'none' }, 'Shards meet in a store'],
  ] as const)('are refused where they could not meet: %o', async (options, message) => {
    const { build } = makeSite({ 'index.html': page() });
    await expect(build({ ...options, shard: { part: 1, of: 2 } })).rejects.toThrow(message);
    await expect(build({ ...options, merge: true })).rejects.toThrow(message);
  });

  it('do not begin where the store cannot be reached, and neither does their merge', async () => {
    s3.breakDown(accessDenied);
    const { build } = makeSite({ 'index.html': page() });
    for (const how of [{ shard: { part: 1, of: 2 } }, { merge: true }])
      await expect(build({ store, ...how })).rejects.toThrow('could not be reached');
  });

  it('fail by the page where the store takes nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    s3.breakDown(accessDenied, { operations: ['PutObject'] });
    const { build } = makeSite({ 'index.html': page() });
    const { failures } = await build({ store, shard: { part: 1, of: 1 } });
    expect(failures).toEqual([
      { path: 'index.html', message: expect.stringContaining('or refused') as string },
    ]);
  });
});

describe('a build with a store', () => {
  it('finds on an empty disk what another machine has made', async () => {
    await makeSite(pages).build({ store });
    expect(await makeSite(pages).build({ store })).toMatchObject({ made: 0, failures: [] });
  });

  it('goes on without it where it is dead', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    s3.breakDown('dead');
    const site = makeSite({ 'index.html': page() });
    expect(await site.build({ store })).toMatchObject({ made: 1, failures: [] });
    expect(site.images()).toHaveLength(1);
  });

  it('has the image of a URL in place before anybody asks for it, and a server finds it there', async () => {
    vi.stubEnv('OG_SECRETS', 's'.repeat(32));
    const site = makeSite({ 'index.html': page({ title: 'Home' }) });
    const build = (mode: 'function') =>
      buildSite({
        folder: site.folder,
        site: 'https://example.com',
        projectFolder: site.project,
        mode,
        store,
      });
    expect(await build('function')).toMatchObject({ made: 1, reused: 0 });
    const url = metaOf(site.read('index.html'), 'og:image')!.replaceAll('&amp;', '&');
    const { pathname } = new URL(url);
    expect([...s3.objects().keys()]).toEqual([`site${pathname}`]);

    const server = new Cardstock({ templates, config: { store } });
    const response = await server.respond(new Request(url));
    await server.close();
    expect([response.status, response.headers.get('cache-status')]).toEqual([
      200,
      'cardstock; hit; detail=store',
    ]);
    const { body, headers } = s3.objects().get(`site${pathname}`)!;
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
    expect(headers['cache-control']).toBe(response.headers.get('cache-control'));
    expect(await build('function')).toMatchObject({ made: 0, reused: 1 });
  });
});
