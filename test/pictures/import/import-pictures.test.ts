import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FolderSource } from '../../../src/pictures/import/folder-source.ts';
import type { Found, ImportSource } from '../../../src/pictures/import/source.ts';
import { goodJpeg, goodPng, gradient } from '../../card/pictures/support/pictures.ts';
import { makeFolder } from '../../support/folder.ts';
import { pathsOf } from '../originals/conformance.ts';
import { counted, emptyOriginals, imported } from './support/importing.ts';

let png: Buffer;
let jpeg: Buffer;
let gif: Buffer;
beforeAll(async () => {
  [png, jpeg, gif] = await Promise.all([goodPng(), goodJpeg(), gradient(8, 8).gif().toBuffer()]);
});

const nothing = { stored: 0, there: 0, planned: 0, ignored: 0, refused: 0, failed: 0, bytes: 0 };

/** A source whose pictures are what a test says. */
function sourceOf(found: readonly Partial<Found>[], isSorted = true): ImportSource {
  return {
    description: 'a test',
    isSorted,
    async *list() {
      await Promise.resolve();
      for (const each of found) {
        const path = each.path ?? 'a.png';
        yield { name: path, path, isCalledPicture: true, read: () => Promise.resolve(png), ...each };
      }
    },
  };
}

describe('an import of a folder', () => {
  it('copies what is a picture, byte for byte, and tells of each what became of it', async () => {
    const folder = makeFolder({
      'a.png': png,
      'blog/b.jpg': jpeg,
      'blog/without-ending': jpeg,
      'broken.png': png.subarray(0, 100),
      'notes.txt': 'notes',
      'page.jpg': '<html>',
      'empty.png': '',
      'moving.gif': gif,
      '.hidden/c.png': png,
      '.DS_Store': png,
    });
    symlinkSync(join(folder, 'a.png'), join(folder, 'link.png'));
    const { originals, read } = emptyOriginals();
    const { summary, entries } = await imported({ source: new FolderSource({ folder }), originals });
    expect(summary).toEqual({
      ...nothing,
      stored: 3,
      ignored: 1,
      refused: 4,
      bytes: png.length + 2 * jpeg.length,
    });
    const told = entries.map(({ source, ...fate }) => [source.slice(folder.length + 1), fate] as const);
    expect(Object.fromEntries(told)).toEqual({
      'a.png': { outcome: 'stored', path: 'a.png', bytes: png.length },
      'blog/b.jpg': { outcome: 'stored', path: 'blog/b.jpg', bytes: jpeg.length },
      'blog/without-ending': { outcome: 'stored', path: 'blog/without-ending.jpg', bytes: jpeg.length },
      'broken.png': { outcome: 'refused', path: 'broken.png', reason: 'its PNG breaks off' },
      'notes.txt': { outcome: 'ignored', path: 'notes.txt', reason: 'it is no picture by its first bytes' },
      'page.jpg': { outcome: 'refused', path: 'page.jpg', reason: 'it is no picture by its first bytes' },
      'empty.png': { outcome: 'refused', path: 'empty.png', reason: 'it is empty' },
      'moving.gif': { outcome: 'refused', path: 'moving.gif', reason: 'it is gif: --types names it' },
    });
    expect(await pathsOf(originals)).toEqual(['a.png', 'blog/b.jpg', 'blog/without-ending.jpg']);
    expect(await read('a.png')).toEqual(png);
    expect(await read('blog/without-ending.jpg')).toEqual(jpeg);
  });

  it('passes over what is there, without reading either of them', async () => {
    const folder = makeFolder({ 'a.png': png, 'b/c.jpg': jpeg, 'b/d': jpeg });
    const source = new FolderSource({ folder });
    const place = emptyOriginals();
    expect((await imported({ source, originals: place.originals })).summary).toMatchObject({ stored: 3 });
    const { calls, originals } = counted(place.originals);
    const unread = { description: '', isSorted: true, list: () => withoutReading(source) };
    const { summary } = await imported({ source: unread, originals });
    expect(summary).toEqual({ ...nothing, there: 3 });
    expect(calls).toMatchObject({ read: 0, write: 0, list: 1 });
  });

  it('with overwrite puts each in the place of what is there', async () => {
    const folder = makeFolder({ 'a.png': png });
    const { originals, read } = emptyOriginals();
    await originals.write('a.png', Buffer.from('old'), { contentType: 'image/png', overwrite: false });
    const source = new FolderSource({ folder });
    expect((await imported({ source, originals })).summary).toEqual({ ...nothing, there: 1 });
    expect((await read('a.png')).toString()).toBe('old');
    const { summary } = await imported({ source, originals, overwrite: true });
    expect(summary).toEqual({ ...nothing, stored: 1, bytes: png.length });
    expect(await read('a.png')).toEqual(png);
  });

  it('as a dry run writes and reads nothing, and says what it would do', async () => {
    const folder = makeFolder({ 'a.png': png, 'b.jpg': jpeg, 'b:c.jpg': jpeg });
    const { originals } = emptyOriginals();
    await originals.write('a.png', png, { contentType: 'image/png', overwrite: false });
    const source = new FolderSource({ folder });
    const unread = { description: '', isSorted: true, list: () => withoutReading(source) };
    const { summary } = await imported({ source: unread, originals, dryRun: true });
    expect(summary).toEqual({ ...nothing, there: 1, planned: 1, refused: 1, bytes: jpeg.length });
    expect(await pathsOf(originals)).toEqual(['a.png']);
  });

  it('leaves out where the pictures are imported to', async () => {
    const folder = makeFolder({ 'a.png': png, 'kept/a.png': png, 'kept-not/b.png': png });
    mkdirSync(join(folder, 'kept'), { recursive: true });
    const { originals } = emptyOriginals();
    await imported({ source: new FolderSource({ folder, without: 'kept/' }), originals });
    expect(await pathsOf(originals)).toEqual(['a.png', 'kept-not/b.png']);
  });

  it('takes other kinds where they are named', async () => {
    const folder = makeFolder({ 'a.gif': gif, 'b.png': png });
    const { originals } = emptyOriginals();
    const { summary } = await imported({ source: new FolderSource({ folder }), originals, types: ['gif'] });
    expect(summary).toMatchObject({ stored: 1, refused: 1 });
    expect(await pathsOf(originals)).toEqual(['a.gif']);
  });

  it('counts beforehand what it will tell of', async () => {
    const folder = makeFolder({ 'a.png': png, 'b/c.txt': 'x', '.d/e.png': png });
    const { signal } = new AbortController();
    expect(await new FolderSource({ folder }).count(signal)).toBe(2);
  });
});

it('a path that none may have is refused by its reason, and one that a picture may have is renamed where one says so', async () => {
  const odd = [
    '50% off.png',
    'a:b.png',
    'a?b.png',
    'dir/.x.png',
    'a\u0308.png',
    'two//slashes.png',
    '../up.png',
  ];
  const source = sourceOf(odd.map((path) => ({ path })));
  const { originals } = emptyOriginals();
  const { summary } = await imported({ source, originals });
  expect(summary).toMatchObject({ stored: 1, refused: 6 });
  expect(await pathsOf(originals)).toEqual(['ä.png']);
  const renamed = emptyOriginals();
  const second = await imported({ source, originals: renamed.originals, rename: true });
  expect(second.summary).toMatchObject({ stored: 7, refused: 0 });
  expect((await pathsOf(renamed.originals)).map((path) => path.replace(/~[\da-f]{8}/, '~…'))).toEqual([
    '-/up~….png',
    '50- off~….png',
    'a-b~….png',
    'a-b~….png',
    'dir/-x~….png',
    'two/-/slashes~….png',
    'ä.png',
  ]);
  expect((await imported({ source, originals: renamed.originals, rename: true })).summary).toMatchObject({
    there: 7,
  });
});

it('of two that come to one path the first is kept', async () => {
  const source = sourceOf([{ path: 'a\u0308.png' }, { path: 'ä.png', read: () => Promise.resolve(jpeg) }]);
  const { originals, read } = emptyOriginals();
  const { summary } = await imported({ source, originals, concurrency: 1 });
  expect(summary).toMatchObject({ stored: 1, there: 1 });
  expect(await read('ä.png')).toEqual(png);
});

it('a prefix is before every path', async () => {
  const { originals } = emptyOriginals();
  const source = sourceOf([{ path: 'a.png' }, { path: 'b/c.png' }]);
  await imported({ source, originals, prefix: 'tech-writing/' });
  expect(await pathsOf(originals)).toEqual(['tech-writing/a.png', 'tech-writing/b/c.png']);
  expect((await imported({ source, originals, prefix: 'tech-writing/' })).summary).toMatchObject({
    there: 2,
  });
});

describe('what fails', () => {
  const failing = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      path: `${String(at).padStart(3, '0')}.png`,
      read: () => Promise.reject(new Error('the connection broke off')),
    }));

  it('costs itself alone, and is tried again by the next import', async () => {
    const found = [...failing(2), { path: 'b.png' }];
    const { originals } = emptyOriginals();
    const { summary, by } = await imported({ source: sourceOf(found), originals });
    expect(summary).toMatchObject({ stored: 1, failed: 2 });
    expect(by('000.png')).toMatchObject({ outcome: 'failed', reason: 'the connection broke off' });
    const again = sourceOf(found.map(({ path }) => ({ path })));
    expect((await imported({ source: again, originals })).summary).toMatchObject({ stored: 2, there: 1 });
  });

  it('fifty times in a row stops the import, which says why', async () => {
    const { originals } = emptyOriginals();
    const run = imported({ source: sourceOf(failing(200)), originals });
    await expect(run).rejects.toMatchObject({
      code: 'import_stopped',
      message: expect.stringContaining('the connection broke off') as string,
    });
  });

  it('in between does not', async () => {
    const found = failing(200).flatMap((each, at) =>
      at % 20 === 0 ? [each, { path: `${each.path}.png` }] : [each],
    );
    const { originals } = emptyOriginals();
    const { summary } = await imported({ source: sourceOf(found), originals, concurrency: 2 });
    expect(summary).toMatchObject({ stored: 10, failed: 200 });
  });

  it('while the source is listed ends the import', async () => {
    const source: ImportSource = {
      ...sourceOf([]),
      async *list() {
        yield* sourceOf([{ path: 'a.png' }]).list();
        throw new Error('there is no list any more');
      },
    };
    const { originals } = emptyOriginals();
    await expect(imported({ source, originals })).rejects.toThrow('there is no list any more');
    expect(await pathsOf(originals)).toEqual(['a.png']);
  });
});

it('an import that is interrupted ends with what it has begun', async () => {
  const interruption = new AbortController();
  const found = Array.from({ length: 100 }, (_, at) => ({
    path: `${at}.png`,
    read() {
      if (at === 20) interruption.abort(new Error('interrupted'));
      return Promise.resolve(png);
    },
  }));
  const { originals } = emptyOriginals();
  const { signal } = interruption;
  await expect(imported({ source: sourceOf(found, false), originals, signal })).rejects.toThrow(
    'interrupted',
  );
  const { length } = await pathsOf(originals);
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(40);
});

it('as many as wished are held at a time, and no more', async () => {
  let held: (() => void)[] = [];
  let most = 0;
  const found = Array.from({ length: 60 }, (_, at) => ({
    path: `${at}.png`,
    async read() {
      await new Promise<void>((resolve) => {
        held.push(resolve);
        most = Math.max(most, held.length);
        if (held.length < 3) return; // until there are three
        for (const release of held) release();
        held = [];
      });
      return png;
    },
  }));
  const { originals } = emptyOriginals();
  await imported({ source: sourceOf(found, false), originals, concurrency: 3 });
  expect(most).toBe(3);
});

async function* withoutReading(source: ImportSource): AsyncIterable<Found> {
  for await (const found of source.list()) {
    yield { ...found, read: () => Promise.reject(new Error(`${found.path} was read`)) };
  }
}
