import type * as Crypto from 'node:crypto';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limitsForOwners } from '../../../src/card/pictures/limits.ts';
import { FolderOriginals } from '../../../src/pictures/originals/folder-originals.ts';
import { folderOf, servePictures } from '../sized/support.ts';

/** What of crypto hashed a whole file at once, by its length. */
const hashed: number[] = [];
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof Crypto>();
  const hash = (...given: Parameters<typeof crypto.hash>) => {
    if (Buffer.isBuffer(given[1])) hashed.push(given[1].length);
    return crypto.hash(...given);
  };
  return { ...crypto, hash };
});

const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#e00' } })
  .jpeg()
  .toBuffer();
const limits = { maxBytes: limitsForOwners.maxBytes };
const longAgo = new Date('2026-01-01');

/** Reads of whole files, whichever way. */
let reads: string[];
beforeEach(async () => {
  [reads, hashed.length] = [[], 0];
  const file = await open(import.meta.filename);
  const prototype = Object.getPrototypeOf(file) as FileHandle;
  await file.close();
  for (const name of ['readFile', 'createReadStream'] as const) {
    const { [name]: original } = prototype;
    vi.spyOn(prototype, name).mockImplementation(function (this: FileHandle, ...given: []) {
      reads.push(name);
      return Reflect.apply(original, this, given) as never;
    });
  }
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function settled(pictures: Readonly<Record<string, Buffer>>): string {
  const folder = folderOf(pictures);
  for (const path of Object.keys(pictures)) utimesSync(join(folder, path), longAgo, longAgo);
  return folder;
}

it('a picture that is not made yet reads and hashes its original once, and no more for other sizes', async () => {
  const pictures = settled({ 'photo.jpg': photo });
  const { ask } = await servePictures({ pictures, environment: { CARDSTOCK_STORE: 'none' } });
  const missed = async (path: string) => {
    const answer = await ask(path);
    expect(answer.headers.get('cache-status')).toContain('fwd=uri-miss');
    await answer.arrayBuffer();
    return { reads: reads.length, hashes: hashed.filter((length) => length === photo.length).length };
  };
  expect(await missed('/img/photo-md.webp')).toEqual({ reads: 1, hashes: 1 });
  expect(await missed('/img/photo-sm.webp')).toEqual({ reads: 1, hashes: 1 });
  vi.advanceTimersByTime(10_000); // its bytes are forgotten, and what they hash to is not
  expect(await missed('/img/photo-lg.webp')).toEqual({ reads: 2, hashes: 1 });
});

it('a file that was replaced or is written this moment is read again', async () => {
  const folder = settled({ 'a.png': Buffer.from('one'), 'new.png': Buffer.from('one') });
  const originals = new FolderOriginals(folder);
  const versions = new Set([(await originals.find('a.png'))!.version]);
  writeFileSync(join(folder, 'a.png'), 'two'); // of one length, and at once
  const { bytes, version } = (await originals.read('a.png', limits))!;
  expect(bytes.toString()).toBe('two');
  expect(versions.add(version).size).toBe(2);
  expect((await originals.find('a.png'))!.version).toBe(version);
  const stats = statSync(join(folder, 'a.png'));
  writeFileSync(join(folder, 'a.png'), '333');
  utimesSync(join(folder, 'a.png'), stats.atime, stats.mtime); // the clock of the file system stood still
  expect((await originals.read('a.png', limits))!.bytes.toString()).toBe('333');
  expect(versions.add((await originals.find('a.png'))!.version).size).toBe(3);
});

it('as many files as there is room for are held for a moment, and the rest is hashed as it is read', async () => {
  const large = Buffer.alloc(limitsForOwners.maxBytes, 'x');
  const folder = settled({ 'a.png': large, 'b.png': large, 'c.png': large });
  const originals = new FolderOriginals(folder);
  const found = await Promise.all(['a.png', 'b.png', 'c.png'].map((path) => originals.find(path)));
  expect(new Set(found.map((facts) => facts!.version)).size).toBe(1);
  expect(reads.toSorted()).toEqual(['createReadStream', 'readFile', 'readFile']);
  expect((await originals.read('c.png', limits))!.version).toBe(found[0]!.version);
});

it('what is held is still too much for who takes less', async () => {
  const originals = new FolderOriginals(settled({ 'a.png': Buffer.alloc(100) }));
  await originals.find('a.png');
  await expect(originals.read('a.png', { maxBytes: 99 })).rejects.toMatchObject({
    code: 'image_unavailable',
  });
});
