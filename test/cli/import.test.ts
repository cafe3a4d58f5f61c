import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { goodJpeg, goodPng } from '../card/pictures/support/pictures.ts';
import { makeFolder } from '../support/folder.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);

let png: Buffer;
let jpeg: Buffer;
beforeAll(async () => {
  [png, jpeg] = await Promise.all([goodPng(), goodJpeg()]);
});

const importIn = (cwd: string, ...words: string[]) =>
  run(process.execPath, [main, 'import', ...words], { cwd });
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('cardstock import copies a folder, says what became of each, and the second time copies nothing', async () => {
  const folder = makeFolder({ 'photos/a.png': png, 'photos/b/c.jpg': jpeg, 'photos/notes.txt': 'x' });
  const first = await importIn(folder, 'photos', '--prefix', 'blog/', '--log', 'import.jsonl');
  const kept = join(folder, 'pictures');
  expect(first.stdout).toBe(`2 pictures copied, 0.0 MB, to folder, ${kept}\n1 other file\n`);
  expect(readFileSync(join(kept, 'blog/b/c.jpg'))).toEqual(jpeg);
  const again = await importIn(folder, 'photos', '--prefix', 'blog', '--log', 'import.jsonl', '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ stored: 0, there: 2, ignored: 1 });
  const told = lines(join(folder, 'import.jsonl')).map(
    ({ outcome, path }) => `${String(outcome)} ${String(path)}`,
  );
  expect(told.slice(0, 3).sort()).toEqual([
    'ignored blog/notes.txt',
    'stored blog/a.png',
    'stored blog/b/c.jpg',
  ]);
  expect(told.slice(3).sort()).toEqual(['ignored blog/notes.txt', 'there blog/a.png', 'there blog/b/c.jpg']);
});

it('takes a source of the config by its name, and says which one was meant', async () => {
  const sources = `{ tech: { from: './photos', prefix: 'tech-writing' }, site: { target: 'https://example.com' } }`;
  const folder = makeFolder({
    'cardstock.config.ts': `export default { sources: ${sources} };`,
    'photos/a.png': png,
    'photos/broken.png': png.subarray(0, 90),
  });
  await expect(importIn(folder, 'tech')).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^refused: \S+broken\.png: its PNG breaks off\n1 picture copied/) as string,
  });
  expect(existsSync(join(folder, 'pictures/tech-writing/a.png'))).toBe(true);
  await expect(importIn(folder, 'tach')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean the source "tech" of the config?') as string,
  });
  await expect(importIn(folder, 'tech', '--types', 'jpeg,pngg')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--types: unknown value "pngg". Did you mean "png"?') as string,
  });
});

it('reads addresses from a pipe', async () => {
  const folder = makeFolder();
  const child = spawn(process.execPath, [main, 'import', '-'], { cwd: folder });
  child.stdin.end('# mine\nhttps://127.0.0.1/a.png\nhttp://example.com/b.png\n');
  const [out] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(out).toContain('refused: https://127.0.0.1/a.png: its host is an address and not a name');
  expect(out).toContain('2 refused');
  expect(child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))).toBe(1);
});
