import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BlobsServer } from '@netlify/blobs/server';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardRequest } from '../../src/card/resolve.ts';
import { picturesPath, redirectPath, rendererPath, sealedPrefix } from '../../src/serve/url/paths.ts';
import { queryUrl } from '../../src/serve/url/query-url.ts';
import { signedUrl } from '../../src/serve/url/signed-url.ts';
import { Cardstock } from '../../src/index.ts';
import { article } from '../../templates/article.tsx';
import { templates } from '../../templates/index.ts';
import { bundleFunctions, readZip, root, settings, unzip } from '../support/netlify-bundle.ts';
import { type Lambda, startLambda } from '../../src/project/functions/check-lambda.ts';
import { processesOf } from '../support/processes-of.ts';
import { secrets } from '../support/services.ts';

/** Where sharp's binary and Chromium are those that Lambda needs. */
const likeLambda = process.platform === 'linux' && process.arch === 'x64';
const megabyte = 1_000_000;
const [secret] = secrets as [string];
const signed = (request: CardRequest) => signedUrl(queryUrl(request), secret);
const card = { template: article.name, props: article.examples['short']! };

const folder = await mkdtemp(join(tmpdir(), 'cardstock-netlify-'));
const inside = (name: string) => join(folder, name);

let functions: Awaited<ReturnType<typeof bundleFunctions>>;
let renderer: (typeof functions)[number];
let redirector: (typeof functions)[number];
let entries: ReturnType<typeof readZip>;
let paths: string[];

beforeAll(async () => {
  functions = await bundleFunctions(inside('zips'));
  renderer = functions.find(({ name }) => name === 'gen-opengraph-image')!;
  redirector = functions.find(({ name }) => name === 'process-url')!;
  entries = readZip(await readFile(renderer.path));
  paths = entries.map(({ path }) => path);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('Netlify Build', () => {
  it('takes each file of functions/ for a function of the Request and Response kind, on Node 24', async () => {
    const files = await readdir(join(root, settings.functions.directory));
    expect(functions.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
    for (const result of functions) {
      expect(result).toMatchObject({ runtimeAPIVersion: 2, bundler: 'nft', runtimeVersion: 'nodejs24.x' });
    }
  });

  it('finds the folder to publish, because the build command makes it', () => {
    expect(settings.build.command).toMatch(new RegExp(`mkdir -p ${settings.build.publish}$`));
  });
});

describe('a rewrite', () => {
  it('leads sealed URLs, pictures and what administrators ask to the renderer, with their path behind its own', () => {
    const led = [sealedPrefix, picturesPath, '/api/pictures/'].map((prefix) => ({
      from: `${prefix}*`,
      to: `${rendererPath}${prefix}:splat`,
      status: 200,
      force: true,
    }));
    expect(settings.redirects).toEqual(led);
  });
});

describe('the bundle', () => {
  it('holds Chromium, its libraries and its fallback font as they were packed anew, and not once more', () => {
    const binaries = paths.filter((path) => path.startsWith('node_modules/@sparticuz/chromium/bin/'));
    expect(binaries.map((path) => path.split('/').at(-1))).toEqual(['chromium.pack']);
  });

  it('holds every upright face of Inter and no other', async () => {
    const files = 'node_modules/@fontsource/inter/files/';
    const upright = (await readdir(join(root, files))).filter((name) => name.endsWith('-normal.woff2'));
    expect(paths.filter((path) => path.startsWith(files)).sort()).toEqual(
      upright.map((name) => files + name).sort(),
    );
  });

  it.runIf(likeLambda)('holds sharp for Linux x64 and for no other system', () => {
    const systems = paths.map((path) => /@img\/(sharp-[^/]+)\//.exec(path)?.[1]).filter(Boolean);
    expect([...new Set(systems)].sort()).toEqual(['sharp-libvips-linux-x64', 'sharp-linux-x64']);
    expect(paths.filter((path) => /libvips-cpp\.so/.test(path))).toHaveLength(1);
    expect(paths.filter((path) => /sharp-linux-x64.*\.node$/.test(path))).toHaveLength(1);
  });

  it('holds no package that only development needs, and nothing of the repository but the function', async () => {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const isOfDevelopment = (path: string) =>
      Object.entries(lock.packages).some(([name, { dev }]) => dev && path.startsWith(`${name}/`));
    const [dependencies, others] = [/^node_modules\//, /^(?!node_modules\/)/].map((pattern) =>
      paths.filter((path) => pattern.test(path)),
    );
    expect(dependencies!.filter(isOfDevelopment)).toEqual([]);
    expect(others!.filter((path) => !path.startsWith('___netlify-')).sort()).toEqual([
      'functions/gen-opengraph-image.mjs',
      'package.json',
    ]);
  });

  it('has less than 200 MB unzipped, of the 250 MB that Lambda takes', async () => {
    const unzipped = entries.reduce((sum, { size }) => sum + size, 0);
    const { size: zipped } = await stat(renderer.path);
    const inMegabytes = (bytes: number) => `${(bytes / megabyte).toFixed(1)} MB`;
    console.log(`${renderer.name}: ${inMegabytes(zipped)} zipped, ${inMegabytes(unzipped)} unzipped`);
    expect(unzipped).toBeLessThan(200 * megabyte);
  });
});

describe.runIf(likeLambda)('the bundle on Lambda', () => {
  const taskFolder = inside('task');
  const workingFolder = inside('elsewhere');
  let lambda: Lambda;

  /** A fresh process with an empty folder of its own for temporary files. */
  async function start(name: string, variables?: Record<string, string>) {
    const temporaryFolder = inside(name);
    await mkdir(temporaryFolder);
    const entry = join(taskFolder, renderer.entryFilename);
    return startLambda({
      entry,
      taskFolder,
      workingFolder,
      temporaryFolder,
      variables: { OG_SECRETS: secret, SITE_ID: 'site', URL: 'https://example.netlify.app', ...variables },
    });
  }

  const request = (url: string, init?: RequestInit) => new Request(`https://example.netlify.app${url}`, init);

  beforeAll(async () => {
    expect(foldersAbove(taskFolder).filter((path) => existsSync(join(path, 'node_modules')))).toEqual([]);
    await unzip(entries, taskFolder);
    await mkdir(workingFolder);
    lambda = await start('tmp');
  });
  afterAll(() => lambda?.stop());

  it('draws the very bytes that this repository draws', async () => {
    const answer = await lambda.ask(request(signed(card)));
    expect(answer.statusCode).toBe(200);
    expect(answer.multiValueHeaders).toMatchObject({
      'content-type': ['image/jpeg'],
      'content-length': [String(answer.body.length)],
    });
    expect(await sharp(answer.body).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    const cardstock = new Cardstock({ templates });
    const { bytes } = await cardstock.render(card).finally(() => cardstock.close());
    expect(answer.body.equals(bytes)).toBe(true);
  });

  it('draws other scripts and emoji with the very bytes of this repository', async () => {
    const many = { template: 'plain', props: { title: '日本語 한국어 العربية हिन्दी ไทย 😀 1️⃣ ∑ ♞' } };
    const answer = await lambda.ask(request(signed(many)));
    const cardstock = new Cardstock({ templates });
    const { bytes, missingGlyphs } = await cardstock.render(many).finally(() => cardstock.close());
    expect(missingGlyphs).toEqual([]);
    expect(answer.body.equals(bytes)).toBe(true);
  });

  it("draws the same image for Cloudinary's POST, and sharp's PNG", async () => {
    const url = signed({ ...card, format: 'png' });
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(50_000)], { type: 'image/png' }), 'pixel.png');
    const posted = await lambda.ask(request(url, { method: 'POST', body: form }));
    const got = await lambda.ask(request(url));
    expect(posted.statusCode).toBe(200);
    expect(posted.body.equals(got.body)).toBe(true);
    expect(await sharp(got.body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });

  it('refuses an unsigned request', async () => {
    expect((await lambda.ask(request(queryUrl(card)))).statusCode).toBe(403);
  });

  it('answers a sealed URL, as Netlify rewrites it, without a store: there is none here', async () => {
    const cardstock = new Cardstock({
      templates,
      config: { secrets: [secret], siteUrl: 'https://example.netlify.app' },
    });
    const { pathname, search } = new URL(await cardstock.cardUrl(card));
    const answer = await lambda.ask(request(`${rendererPath}${pathname}${search}`));
    expect(answer.statusCode).toBe(200);
    expect(answer.multiValueHeaders).toMatchObject({
      'cache-control': ['public, max-age=31536000, immutable'],
      'netlify-cdn-cache-control': ['public, durable, max-age=31536000, immutable'],
    });
  });

  it('finds in Netlify Blobs what another instance has made', async () => {
    const blobs = new BlobsServer({ directory: inside('blobs'), token: 'token' });
    const { port } = await blobs.start();
    const context = { edgeURL: `http://localhost:${port}`, siteID: 'site', token: 'token' };
    const variables = { NETLIFY_BLOBS_CONTEXT: Buffer.from(JSON.stringify(context)).toString('base64') };
    const [one, other] = [await start('one', variables), await start('other', variables)];
    const made = await one.ask(request(signed(card)));
    const found = await other.ask(request(signed(card)));
    expect(made.multiValueHeaders['cache-status']).toEqual(['cardstock; fwd=uri-miss; stored']);
    expect(found.multiValueHeaders['cache-status']).toEqual(['cardstock; hit; detail=store']);
    expect(found.body.equals(made.body)).toBe(true);
    await Promise.all([one.stop(), other.stop()]);
    await blobs.stop();
  });

  it('answers an unknown template with 404 and the names of those it holds', async () => {
    const answer = await lambda.ask(request(signed({ template: 'nope', props: {} })));
    expect(answer.statusCode).toBe(404);
    for (const { name } of templates) expect(answer.body.toString()).toContain(name);
  });

  it('writes to its temporary folder alone, and less than the 512 MB there are', async () => {
    expect(await readdir(workingFolder)).toEqual([]);
    expect((await filesBelow(taskFolder)).length).toBe(entries.length);
    const sizes = await Promise.all(
      (await filesBelow(inside('tmp'))).map(async (file) => (await stat(file)).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(512 * 2 ** 20);
  });

  it('does not start without a secret', async () => {
    await expect(start('open', { OG_SECRETS: '' }).then((open) => open.ask(request('/')))).rejects.toThrow();
  });

  it('leaves no Chromium behind when its process ends', async () => {
    expect(processesOf(inside('tmp')).join()).toContain('--single-process'); // as Lambda needs it
    expect(await lambda.stop()).toBe(0);
    await expect.poll(() => processesOf(folder)).toEqual([]);
  });
});

describe.runIf(likeLambda)('the bundle of the redirect on Lambda', () => {
  const taskFolder = inside('redirect-task');

  it('has no browser and leads to the sealed URL', async () => {
    const files = readZip(await readFile(redirector.path));
    expect(files.filter(({ path }) => path.endsWith('.br'))).toEqual([]);
    await unzip(files, taskFolder);
    await mkdir(inside('redirect-tmp'));
    const lambda = await startLambda({
      entry: join(taskFolder, redirector.entryFilename),
      taskFolder,
      workingFolder: taskFolder,
      temporaryFolder: inside('redirect-tmp'),
      variables: { OG_SECRETS: secret, SITE_ID: 'site', URL: 'https://example.netlify.app' },
    });
    const url = `https://example.netlify.app${signedUrl(queryUrl(card, redirectPath), secret)}`;
    const answer = await lambda.ask(new Request(url));
    expect(answer.statusCode).toBe(302);
    const cardstock = new Cardstock({
      templates,
      config: { secrets: [secret], siteUrl: 'https://example.netlify.app' },
    });
    const { pathname, search } = new URL(await cardstock.cardUrl(card));
    expect(answer.multiValueHeaders['location']).toEqual([pathname + search]);
    expect(await lambda.stop()).toBe(0);
  });
});

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
