import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryUrl } from '../src/url/query-url.ts';
import { Cardstock } from '../src/index.ts';
import { article } from '../templates/article.tsx';
import { templates } from '../templates/index.ts';
import { bundleFunctions, readZip, root, settings, unzip } from './support/netlify-bundle.ts';
import { type Lambda, processesOf, startLambda } from './support/netlify-lambda.ts';

/** Where sharp's binary and Chromium are those that Lambda needs. */
const likeLambda = process.platform === 'linux' && process.arch === 'x64';
const megabyte = 1_000_000;
const card = { template: article.name, props: article.examples['short']! };

const folder = await mkdtemp(join(tmpdir(), 'cardstock-netlify-'));
const inside = (name: string) => join(folder, name);

let functions: Awaited<ReturnType<typeof bundleFunctions>>;
let renderer: (typeof functions)[number];
let entries: ReturnType<typeof readZip>;
let paths: string[];

beforeAll(async () => {
  functions = await bundleFunctions(inside('zips'));
  renderer = functions.find(({ name }) => name === 'gen-opengraph-image')!;
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

describe('the bundle', () => {
  it('holds Chromium, its libraries and its fallback font, and no software GPU', () => {
    const binaries = paths.filter((path) => path.startsWith('node_modules/@sparticuz/chromium/bin/'));
    expect(binaries.map((path) => path.split('/').at(-1)).sort()).toEqual([
      'al2023.tar.br',
      'chromium.br',
      'fonts.tar.br',
    ]);
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
    return startLambda({ entry, taskFolder, workingFolder, temporaryFolder, variables });
  }

  const request = (url: string, init?: RequestInit) => new Request(`https://example.netlify.app${url}`, init);

  beforeAll(async () => {
    expect(foldersAbove(taskFolder).filter((path) => existsSync(join(path, 'node_modules')))).toEqual([]);
    await unzip(entries, taskFolder);
    await mkdir(workingFolder);
    lambda = await start('tmp', { OG_ALLOW_UNSIGNED: 'true' });
  });
  afterAll(() => lambda?.stop());

  it('draws the very bytes that this repository draws', async () => {
    const answer = await lambda.ask(request(queryUrl(card)));
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

  it("draws the same image for Cloudinary's POST, and sharp's PNG", async () => {
    const url = queryUrl({ ...card, format: 'png' });
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(50_000)], { type: 'image/png' }), 'pixel.png');
    const posted = await lambda.ask(request(url, { method: 'POST', body: form }));
    const got = await lambda.ask(request(url));
    expect(posted.statusCode).toBe(200);
    expect(posted.body.equals(got.body)).toBe(true);
    expect(await sharp(got.body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });

  it('answers an unknown template with 404 and the names of those it holds', async () => {
    const answer = await lambda.ask(request(queryUrl({ template: 'nope', props: {} })));
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

  it('refuses unsigned requests where OG_ALLOW_UNSIGNED is not set', async () => {
    const strict = await start('strict');
    const answer = await strict.ask(request(queryUrl(card)));
    expect(answer.statusCode).toBe(403);
    expect(await strict.stop()).toBe(0);
  });

  it('leaves no Chromium behind when its process ends', async () => {
    expect(processesOf(inside('tmp')).join()).toContain('--single-process'); // as Lambda needs it
    expect(await lambda.stop()).toBe(0);
    await expect.poll(() => processesOf(folder)).toEqual([]);
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
