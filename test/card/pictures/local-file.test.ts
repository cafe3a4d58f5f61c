import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ImageNotAllowedError, ImageUnavailableError } from '../../../src/errors.ts';
import { readLocalImage } from '../../../src/card/pictures/local-file.ts';

/** `<outside>/root/in/a.png`, and `<outside>/secret.png`, which nobody may read. */
function makeRoot() {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'cardstock-images-')));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  const root = join(outside, 'root');
  mkdirSync(join(root, 'in'), { recursive: true });
  writeFileSync(join(root, 'in/a.png'), 'a picture');
  writeFileSync(join(root, '..a.png'), 'a picture');
  writeFileSync(join(outside, 'secret.png'), 'a secret');
  mkdirSync(join(outside, 'root-beside'));
  writeFileSync(join(outside, 'root-beside/secret.png'), 'a secret');
  return { outside, root };
}

it.each(['in/a.png', './in/a.png', 'in//a.png', 'in/./a.png', '..a.png'])('reads %s', async (path) => {
  expect((await readLocalImage(path, makeRoot().root)).toString()).toBe('a picture');
});

it.each([
  '',
  '..',
  '../secret.png',
  '../root/in/a.png',
  '../root-beside/secret.png',
  'in/../../secret.png',
  'in/../in/a.png',
  './../secret.png',
  'in/..',
  '/etc/passwd',
  '//etc/passwd',
  '///etc/passwd',
  '..\\secret.png',
  'in\\..\\..\\secret.png',
  '\\secret.png',
  '\\\\server\\share\\a.png',
  'C:\\secret.png',
  'C:secret.png',
  'c:/secret.png',
  'in/a.png\0',
  'in/a.png\0.jpg',
  '\0',
  'in/a.png\n',
])('does not try %j', async (path) => {
  await expect(readLocalImage(path, makeRoot().root)).rejects.toThrow(ImageNotAllowedError);
});

it('does not read a file of the root by its absolute path', async () => {
  const { root } = makeRoot();
  await expect(readLocalImage(join(root, 'in/a.png'), root)).rejects.toThrow(ImageNotAllowedError);
});

it.each<[string, (outside: string, root: string) => string]>([
  ['a file outside', (outside) => join(outside, 'secret.png')],
  ['a file outside, relatively', () => '../secret.png'],
  [
    'a file of a folder whose name begins like the root',
    (outside) => join(outside, 'root-beside/secret.png'),
  ],
  ['a link that leads out', (outside, root) => link(join(outside, 'secret.png'), join(root, 'step'))],
  ['the root itself', (_outside, root) => root],
])('does not follow a link to %s', async (_name, target) => {
  const { outside, root } = makeRoot();
  link(target(outside, root), join(root, 'link.png'));
  await expect(readLocalImage('link.png', root)).rejects.toThrow(ImageNotAllowedError);
});

it('does not follow a linked folder out', async () => {
  const { outside, root } = makeRoot();
  link(outside, join(root, 'out'));
  await expect(readLocalImage('out/secret.png', root)).rejects.toThrow(ImageNotAllowedError);
});

it('follows a link that stays below, and a root that is a link', async () => {
  const { outside, root } = makeRoot();
  link('in/a.png', join(root, 'link.png'));
  link(root, join(outside, 'linked-root'));
  expect((await readLocalImage('link.png', join(outside, 'linked-root'))).toString()).toBe('a picture');
});

it.each(['in/b.png', 'in', 'in/a.png/b', '%2e%2e/secret.png', '~/a.png', '…/secret.png', 'a'.repeat(10_000)])(
  '%s is no picture',
  async (path) => {
    await expect(readLocalImage(path, makeRoot().root)).rejects.toThrow(ImageUnavailableError);
  },
);

it('a link to nothing, and to itself, is no picture', async () => {
  const { root } = makeRoot();
  link('nothing.png', join(root, 'nowhere.png'));
  link('loop.png', join(root, 'loop.png'));
  await expect(readLocalImage('nowhere.png', root)).rejects.toThrow(ImageUnavailableError);
  await expect(readLocalImage('loop.png', root)).rejects.toThrow(ImageUnavailableError);
});

it.skipIf(process.platform === 'win32')('a pipe is no picture, and is not waited for', async () => {
  const { root } = makeRoot();
  execFileSync('mkfifo', [join(root, 'pipe.png')]);
  await expect(readLocalImage('pipe.png', root)).rejects.toMatchObject({ reason: 'its path is no file' });
});

it('reads 20 MB and not a byte more', async () => {
  const { root } = makeRoot();
  truncateSync(join(root, 'in/a.png'), 20_000_000);
  expect((await readLocalImage('in/a.png', root)).length).toBe(20_000_000);
  truncateSync(join(root, 'in/a.png'), 20_000_001);
  const error: unknown = await readLocalImage('in/a.png', root).catch((thrown: unknown) => thrown);
  expect((error as ImageUnavailableError).reason).toBe('it has more than 20000000 bytes');
});

it('tells a stranger nothing of the folder', async () => {
  const { outside, root } = makeRoot();
  const error: unknown = await readLocalImage('in/b.png', root).catch((thrown: unknown) => thrown);
  expect(JSON.stringify((error as ImageUnavailableError).toPublic())).not.toContain(basename(outside));
});

function link(target: string, path: string): string {
  symlinkSync(target, path);
  return path;
}
