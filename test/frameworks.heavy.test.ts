import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './support/free-port.ts';
import { metaOf } from './site/build/support.ts';

const root = join(import.meta.dirname, '..');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', '--ignore-scripts'];
const run = promisify(execFile);
const environment = {
  ...process.env,
  NODE_ENV: '',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
};

let place: string;
let tarball: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'cardstock-frameworks-'));
  await run('npm', ['pack', root, '--ignore-scripts', '--pack-destination', place, ...quiet], { cwd: root });
  tarball = join(place, (await readdir(place))[0]!);
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** An example with the package as the registry would give it, installed and built by its own commands. */
async function build(name: string, command = 'build'): Promise<string> {
  const folder = join(place, name);
  await cp(join(root, 'examples', name), folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('file:../..', `file:${tarball}`));
  await run('npm', ['install', ...quiet], { cwd: folder });
  await run('npm', ['run', command], { cwd: folder, env: environment });
  return folder;
}

/** Asks a server for its page until there is one, and for the image that the page names. */
async function checkServer(command: string[], folder: string): Promise<void> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...environment,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    HOSTNAME: '127.0.0.1',
  };
  const server = spawn(process.execPath, command, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(server, 'exit');
  try {
    const page = () =>
      fetch(`${origin}/`).then(
        (answer) => answer.text(),
        () => '',
      );
    await expect.poll(page, { timeout: 60_000 }).toContain('og:image');
    const { pathname } = new URL(metaOf(await page(), 'og:image')!);
    const answer = await fetch(`${origin}${pathname}`);
    const image = await sharp(await answer.arrayBuffer()).metadata();
    expect(image).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

/** A page of a built site names an image that lies there. */
async function checkPage(folder: string, file: string): Promise<void> {
  const url = metaOf(await readFile(join(folder, file), 'utf8'), 'og:image')!;
  const image = await sharp(join(folder, new URL(url).pathname)).metadata();
  expect(image).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
}

describe('a framework, with the package installed as anybody would', () => {
  it('Next draws from its standalone output, moved away from what it was made of', async () => {
    const folder = await build('next');
    const moved = join(place, 'moved');
    await rename(join(folder, '.next/standalone'), moved);
    await rm(folder, { recursive: true });
    await checkServer(['server.js'], moved);
  });

  it('Next, exported, has a card for each page', async () => {
    const folder = await build('next-export');
    for (const file of ['index.html', 'tides.html']) await checkPage(join(folder, 'out'), file);
  });

  it('Nuxt draws from its output, moved away from what it was made of', async () => {
    const folder = await build('nuxt');
    const moved = join(place, 'moved-nuxt');
    await rename(join(folder, '.output'), moved);
    await rm(folder, { recursive: true });
    await checkServer(['server/index.mjs'], moved);
  });

  it('Nuxt, generated, has a card for its page', async () => {
    const folder = await build('nuxt', 'generate');
    await checkPage(join(folder, '.output/public'), 'index.html');
  });

  it('SvelteKit draws from its Node build', async () => {
    await checkServer(['build'], await build('sveltekit'));
  });
});
