import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { purge } from '../../../../src/serve/cache/purge.ts';
import { canMount, makeFolder, mountDisk, remount, unfinishedIn } from '../support/folders.ts';
import { countingRender, key, keyOf, packed } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

/** Asks as a process would that has just started, and ends: nothing is in memory or left undone. */
async function ask(folder: string, wanted = key) {
  const store = new DiskStore({ folder, maxBytes: 100_000_000 });
  const cache = new ImageCache(store, { memoryBytes: 1_000_000 });
  try {
    return await cache.getOrRender(wanted, countingRender().render);
  } finally {
    await cache.close();
  }
}

/** The path of an entry whose folder exists. */
function placeFor(folder: string): string {
  const path = join(folder, `${key}.card`);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

describe('in the place of an entry', () => {
  it.each<[string, (path: string) => void]>([
    ['a corrupt file', (path) => writeFileSync(path, packed('other').fill('x', 60, 61))],
    ['an empty file', (path) => writeFileSync(path, '')],
    [
      'a truncated file',
      (path) => {
        writeFileSync(path, packed('other'));
        truncateSync(path, 50);
      },
    ],
    ['a link to itself', (path) => symlinkSync(path, path)],
    ['a link to nothing', (path) => symlinkSync('/nowhere/at/all', path)],
    ['a link to a device that never ends', (path) => symlinkSync('/dev/zero', path)],
  ])('%s is replaced by the image', async (_name, place) => {
    const folder = makeFolder();
    place(placeFor(folder));
    const card = await ask(folder);
    expect(card.image.bytes.toString()).toBe('a picture');
    expect(card).toMatchObject({ origin: 'rendered', isStored: true });
    expect((await ask(folder)).origin).toBe('store');
  });

  it('a link to a file outside is not followed, neither to read nor to write nor to remove', async () => {
    const folder = makeFolder();
    const secret = join(makeFolder(), 'secret');
    writeFileSync(secret, packed('a secret')); // it would be served were it followed
    const path = placeFor(folder);
    symlinkSync(secret, path);
    const store = new DiskStore({ folder, maxBytes: 100_000_000 });
    expect(await keysOf(store)).toEqual([]);
    expect(await purge(store, { olderThanMs: 0 })).toBe(0);
    expect(readlinkSync(path)).toBe(secret);

    expect((await ask(folder)).image.bytes.toString()).toBe('a picture');
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(secret).equals(packed('a secret'))).toBe(true);
  });

  it('a folder stays, and the image is made each time', async () => {
    const folder = makeFolder();
    mkdirSync(placeFor(folder));
    for (let round = 0; round < 2; round += 1) {
      const card = await ask(folder);
      expect(card.image.bytes.toString()).toBe('a picture');
      expect(card).toMatchObject({ origin: 'rendered', isStored: false });
    }
    expect(unfinishedIn(folder)).toEqual([]);
  });
});

describe('the image comes all the same', () => {
  it.each<[string, () => string]>([
    [
      'where the folder would be below a file',
      () => {
        const file = join(makeFolder(), 'file');
        writeFileSync(file, 'mine');
        return join(file, 'cache');
      },
    ],
    ['where the folder is a link to nothing', () => linkTo(() => '/nowhere/at/all')],
    [
      'where the folder would be below a link to nothing',
      () =>
        join(
          linkTo(() => '/nowhere/at/all'),
          'cache',
        ),
    ],
    ['where the folder is a link to itself', () => linkTo((path) => path)],
    ['where the folder is a device', () => '/dev/null'],
  ])('%s', async (_name, place) => {
    const folder = place();
    for (let round = 0; round < 2; round += 1) {
      const card = await ask(folder);
      expect(card.image.bytes.toString()).toBe('a picture');
      expect(card.isStored).toBe(false);
    }
  });

  it('and is stored again once the reason has gone', async () => {
    const folder = join(makeFolder(), 'cache');
    writeFileSync(folder, 'in the way');
    const store = new DiskStore({ folder, maxBytes: 100_000_000 });
    const cache = new ImageCache(store, { memoryBytes: 1_000_000 });
    expect((await cache.getOrRender(keyOf(1), countingRender().render)).isStored).toBe(false);
    rmSync(folder);
    expect((await cache.getOrRender(keyOf(2), countingRender().render)).isStored).toBe(true);
  });

  it('and is stored when the folder is deleted between two writes', async () => {
    const folder = join(makeFolder(), 'cache');
    const store = new DiskStore({ folder, maxBytes: 100_000_000 });
    const cache = new ImageCache(store, { memoryBytes: 1_000_000 });
    for (let index = 0; index < 3; index += 1) {
      const card = await cache.getOrRender(keyOf(index), countingRender().render);
      expect(card).toMatchObject({ origin: 'rendered', isStored: true });
      expect(await keysOf(store)).toEqual([keyOf(index)]);
      rmSync(folder, { recursive: true });
    }
  });

  // Root may write where no permission says so; only a disk that is read-only keeps it out.
  if (canMount) {
    it('from a folder that turned read-only, and new ones are made without it', async () => {
      const folder = mountDisk('size=1m');
      await ask(folder);
      const path = join(folder, `${key}.card`);
      utimesSync(path, 0, 0); // long unused, so that reading it wants to write
      remount(folder, 'ro');
      expect((await ask(folder)).origin).toBe('store');
      for (let round = 0; round < 2; round += 1) {
        const card = await ask(folder, keyOf(1));
        expect(card.image.bytes.toString()).toBe('a picture');
        expect(card.isStored).toBe(false);
      }
    });
  }
});

function linkTo(target: (path: string) => string): string {
  const path = join(makeFolder(), 'link');
  symlinkSync(target(path), path);
  return path;
}
