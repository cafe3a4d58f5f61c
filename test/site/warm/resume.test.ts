import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { warmSource } from '../../../src/site/warm/warm.ts';
import { typescript } from '../../support/typescript.ts';
import { card } from '../doctor/support/images.ts';
import { makeFolder } from '../doctor/support/site.ts';
import { counts, image, serve, sitemap, warmQuickly } from './support/sites.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `/${index}.jpg`);

/** A sitemap of so many images, each of which takes a while. */
async function serveImages(count: number, delayMs?: number) {
  return serve((origin) => ({
    '/sitemap.xml': { body: sitemap(...names(count).map((name) => origin + name)) },
    ...Object.fromEntries(names(count).map((name) => [name, { ...image, ...(delayMs && { delayMs }) }])),
  }));
}

const stateIn = (folder: string) => join(folder, 'warm.jsonl');

/** The images that the file knows, whatever else is in it. */
function known(stateFile: string): string[] {
  return readFileSync(stateFile, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [new URL((JSON.parse(line) as { url: string }).url).pathname];
      } catch {
        return [];
      }
    });
}

function startChild(target: string, stateFile: string) {
  const script = join(import.meta.dirname, 'support/warming-child.ts');
  return spawn(process.execPath, [...typescript, script, target, stateFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it('asks for nothing twice that was warm the last time, unless it is told to', async () => {
  const server = await serveImages(5);
  const stateFile = stateIn(makeFolder());
  const target = `${server.origin}/sitemap.xml`;
  expect(counts(await warmQuickly(target, { stateFile }))).toMatchObject({ warmed: 5, skipped: 0 });
  expect(counts(await warmQuickly(target, { stateFile }))).toMatchObject({ warmed: 0, skipped: 5 });
  expect(server.paths.filter((path) => path.endsWith('.jpg'))).toHaveLength(5);
  expect(counts(await warmQuickly(target, { stateFile, again: true }))).toMatchObject({
    warmed: 5,
    skipped: 0,
  });
  expect(server.paths.filter((path) => path.endsWith('.jpg'))).toHaveLength(10);
});

it('asks for what is new, and for what failed', async () => {
  const server = await serveImages(3);
  const stateFile = stateIn(makeFolder());
  const list = join(
    makeFolder({ 'list.txt': `${server.origin}/0.jpg\n${server.origin}/late.jpg` }),
    'list.txt',
  );
  expect(counts(await warmQuickly(list, { stateFile }))).toMatchObject({ warmed: 1, failed: 1 });
  appendFileSync(list, `\n${server.origin}/1.jpg`);
  expect(counts(await warmQuickly(list, { stateFile }))).toMatchObject({ warmed: 1, skipped: 1, failed: 1 });
  expect(server.count('/0.jpg')).toBe(1);
  expect(server.count('/late.jpg')).toBe(2);
});

it.each([
  ['a torn last line', '{"url":"http://127.0.0.1/torn.jpg","at":"2026-'],
  ['a line of something else', '{"colour":"blue"}\n[1,2]\nnull\n'],
  ['no JSON at all', '\u0000\u0000\nnot json\n\n'],
])('reads a file with %s', async (_name, rest) => {
  const server = await serveImages(4);
  const stateFile = stateIn(makeFolder());
  const line = (index: number) =>
    `{"url":"${server.origin}/${index}.jpg","at":"2026-11-25T00:00:00Z","bytes":1}`;
  writeFileSync(stateFile, `${line(0)}\n${line(1)}\n${rest}`);
  const target = `${server.origin}/sitemap.xml`;
  expect(counts(await warmQuickly(target, { stateFile }))).toMatchObject({ warmed: 2, skipped: 2 });
  // What was added did not become the end of what was torn.
  expect(counts(await warmQuickly(target, { stateFile }))).toMatchObject({ warmed: 0, skipped: 4 });
  expect(readFileSync(stateFile, 'utf8').startsWith(`${line(0)}\n${line(1)}\n${rest}`)).toBe(true);
});

it('goes on where it was killed, ten times over', async () => {
  const total = 200;
  const server = await serveImages(total, 5);
  const stateFile = stateIn(makeFolder());
  const target = `${server.origin}/sitemap.xml`;
  let kills = 0;
  let lost = 0;
  while (kills < 10) {
    const asked = server.paths.length;
    const before = existsSync(stateFile) ? known(stateFile) : [];
    const child = startChild(target, stateFile);
    const ended = once(child, 'exit');
    while (server.paths.length < asked + 6) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await ended;
    kills += 1;
    // Nothing that the file knew was asked for again.
    const since = server.paths.slice(asked);
    expect(since.filter((path) => before.includes(path))).toEqual([]);
    lost += since.filter((path) => path.endsWith('.jpg')).length - (known(stateFile).length - before.length);
  }
  // A kill loses what was under way, four at a time, and no more.
  expect(lost).toBeLessThanOrEqual(kills * 4);
  const child = startChild(target, stateFile);
  const summary = JSON.parse(await text(child.stdout)) as Record<string, number>;
  expect(summary['failed']).toBe(0);
  expect(summary['warmed']! + summary['skipped']!).toBe(total);
  expect(summary['skipped']).toBeGreaterThan(10);
  expect(new Set(known(stateFile)).size).toBe(total);
  expect(known(stateFile)).toHaveLength(total);
}, 60_000);

it('ends on Ctrl-C with what is warm remembered, and goes on the next time', async () => {
  const server = await serveImages(60, 20);
  const stateFile = stateIn(makeFolder());
  const child = startChild(`${server.origin}/sitemap.xml`, stateFile);
  const said = text(child.stdout);
  while (server.paths.length < 20) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  const summary = JSON.parse(await said) as Record<string, unknown>;
  expect(summary).toMatchObject({ wasAborted: true, failed: 0 });
  expect(known(stateFile)).toHaveLength(summary['warmed'] as number);
  expect(readFileSync(stateFile, 'utf8').endsWith('\n')).toBe(true);
  const next = await warmQuickly(`${server.origin}/sitemap.xml`, { stateFile });
  expect(counts(next)).toMatchObject({
    skipped: summary['warmed'],
    warmed: 60 - (summary['warmed'] as number),
  });
});

it('asks for nothing more once it is aborted, and leaves nothing under way', async () => {
  const caller = new AbortController();
  const server = await serveImages(40, 10);
  const summary = await warmQuickly(`${server.origin}/sitemap.xml`, {
    signal: caller.signal,
    onProgress: ({ warmed }) => void (warmed === 8 && caller.abort()),
  });
  // What was sent before the abort may arrive after it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const asked = server.paths.length;
  expect(summary).toMatchObject({ wasAborted: true, failed: 0 });
  expect(summary.warmed).toBeGreaterThanOrEqual(8);
  expect(asked).toBeLessThan(25);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.paths).toHaveLength(asked);
});

it('does not wait for an answer once it is aborted', async () => {
  const caller = new AbortController();
  const server = await serve(() => ({ '/a.jpg': () => caller.abort() }));
  const list = join(makeFolder({ 'list.txt': `${server.origin}/a.jpg` }), 'list.txt');
  const start = performance.now();
  const summary = await warmQuickly(list, { signal: caller.signal, timeoutMs: 20_000 });
  expect(summary).toMatchObject({ wasAborted: true, failed: 0 });
  expect(performance.now() - start).toBeLessThan(5_000);
});

it('does not wait out a retry once it is aborted', async () => {
  const caller = new AbortController();
  const server = await serve(() => ({ '/a.jpg': { status: 503, headers: { 'retry-after': '100' } } }));
  const list = join(makeFolder({ 'list.txt': `${server.origin}/a.jpg` }), 'list.txt');
  const start = performance.now();
  const summary = await warmQuickly(list, { signal: caller.signal, onProgress: () => caller.abort() });
  expect(summary).toMatchObject({ wasAborted: true });
  expect(performance.now() - start).toBeLessThan(5_000);
});

it('keeps what is warm of each source in files of its name', async () => {
  const server = await serveImages(2);
  const folder = makeFolder();
  const source = { name: 'blog', target: `${server.origin}/sitemap.xml`, concurrency: 1 };
  const options = { allowLocal: true, firstDelayMs: 1 };
  expect(await warmSource(source, folder, options)).toMatchObject({ warmed: 2 });
  expect(await warmSource(source, folder, options)).toMatchObject({ warmed: 0, skipped: 2 });
  expect(await warmSource({ ...source, name: 'other' }, folder, options)).toMatchObject({ warmed: 2 });
  expect(known(join(folder, 'blog.jsonl'))).toEqual(['/0.jpg', '/1.jpg']);
  expect(existsSync(join(folder, 'blog.log.jsonl'))).toBe(true);
});

it.each(['../blog', '', 'a/b', 'a b', '.'])('takes no source by the name of "%s"', async (name) => {
  const folder = makeFolder();
  await expect(async () => warmSource({ name, target: '/' }, folder)).rejects.toMatchObject({
    code: 'invalid_config',
  });
});

it('says so where what is warm cannot be remembered', async () => {
  const server = await serveImages(2);
  const file = join(makeFolder({ 'a-file': card }), 'a-file');
  const warming = warmQuickly(`${server.origin}/sitemap.xml`, { stateFile: join(file, 'warm.jsonl') });
  await expect(warming).rejects.toThrow(/ENOTDIR|EEXIST/);
});
