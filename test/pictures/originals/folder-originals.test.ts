import {
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderOriginals } from '../../../src/pictures/originals/folder-originals.ts';
import { makeFolder } from '../../support/folder.ts';
import { describeOriginals, pathsOf } from './conformance.ts';

const kept = { contentType: 'image/png', overwrite: false };
const replaced = { ...kept, overwrite: true };
const limits = { maxBytes: 1_000 };

describeOriginals('a folder', () => {
  const folder = join(makeFolder(), 'pictures');
  return () => new FolderOriginals(folder);
});

function place() {
  const outside = makeFolder();
  const folder = join(outside, 'pictures');
  mkdirSync(folder);
  return { outside, folder, originals: new FolderOriginals(folder) };
}

it('a link in the place of a picture, or of a folder elsewhere, leads nowhere', async () => {
  const { outside, folder, originals } = place();
  writeFileSync(join(outside, 'secret.png'), 'secret');
  symlinkSync(join(outside, 'secret.png'), join(folder, 'a.png'));
  symlinkSync(outside, join(folder, 'out'));
  expect(await originals.find('a.png')).toBeUndefined();
  expect(await originals.read('a.png', limits)).toBeUndefined();
  expect(await originals.remove('a.png')).toBe(false);
  const refused = { code: 'image_not_allowed' };
  await expect(originals.find('out/secret.png')).rejects.toMatchObject(refused);
  await expect(originals.read('out/secret.png', limits)).rejects.toMatchObject(refused);
  await expect(originals.remove('out/secret.png')).rejects.toMatchObject(refused);
  await expect(originals.write('out/new.png', Buffer.from('x'), kept)).rejects.toMatchObject(refused);
  await expect(originals.write('out/deep/new.png', Buffer.from('x'), kept)).rejects.toMatchObject(refused);
  expect(readdirSync(outside).sort()).toEqual(['pictures', 'secret.png']);
  expect(await pathsOf(originals)).toEqual([]);
});

it('a link to a folder below is a folder', async () => {
  const { folder, originals } = place();
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'other'));
  await originals.write('other/a.png', Buffer.from('x'), kept);
  expect((await originals.read('real/a.png', limits))!.bytes.toString()).toBe('x');
});

it('a picture is never a folder, and a folder never a picture', async () => {
  const { folder, originals } = place();
  mkdirSync(join(folder, 'a.png'));
  writeFileSync(join(folder, 'b.png'), 'x');
  for (const options of [kept, replaced]) {
    expect(await originals.write('a.png', Buffer.from('y'), options)).toBe('exists');
    expect(await originals.write('b.png/c.png', Buffer.from('y'), options)).toBe('exists');
  }
});

it('leaves no draft behind, and sweeps up those of an hour ago', async () => {
  const { folder, originals } = place();
  const drafts = join(folder, '.cardstock', 'drafts');
  mkdirSync(drafts, { recursive: true });
  for (const name of ['of now', 'of yesterday']) writeFileSync(join(drafts, name), 'half a pic');
  utimesSync(join(drafts, 'of yesterday'), 1, 1);
  await originals.write('a.png', Buffer.from('x'), kept);
  await originals.write('a.png', Buffer.from('x'), kept);
  await originals.write('a.png', Buffer.from('x'), replaced);
  expect(readdirSync(drafts)).toEqual(['of now']);
  expect(await pathsOf(originals)).toEqual(['a.png']);
  expect(statSync(join(folder, 'a.png')).mode & 0o133).toBe(0);
});

it('an edit in place has another version, also within a tick of the clock', async () => {
  const { folder, originals } = place();
  const file = join(folder, 'a.png');
  const versions = new Set<string>();
  for (let at = 0; at < 20; at += 1) {
    writeFileSync(file, String(at).padStart(4));
    versions.add((await originals.find('a.png'))!.version);
  }
  expect(versions.size).toBe(20);
});

it('nothing is made before something is written', async () => {
  const folder = join(makeFolder(), 'pictures');
  const originals = new FolderOriginals(folder);
  await originals.find('a.png');
  await pathsOf(originals);
  expect(existsSync(folder)).toBe(false);
});
