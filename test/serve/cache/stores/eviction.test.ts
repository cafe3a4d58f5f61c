import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { makeFolder } from '../support/folders.ts';
import { keyOf } from '../support/images.ts';
import { bytesOf, keysOf } from '../support/stores.ts';

const maxBytes = 10_000;
const image = Buffer.alloc(1_000, 'x');

function openStore(folder = makeFolder()) {
  return { folder, store: new DiskStore({ folder, maxBytes }) };
}

/** As if the image had last been used so many hours ago. */
function age(folder: string, index: number, hours: number) {
  const usedAt = new Date(Date.now() - hours * 3_600_000);
  utimesSync(join(folder, `${keyOf(index)}.card`), usedAt, usedAt);
}

describe('eviction', () => {
  it('removes what was unused for longest', async () => {
    const { folder, store } = openStore();
    for (let index = 0; index < 10; index += 1) await store.set(keyOf(index), image);
    for (const [hours, index] of [7, 2, 9, 0, 4, 1, 8, 3, 6, 5].entries()) age(folder, index, 20 - hours);
    await store.set(keyOf(10), image);
    expect(await keysOf(store)).toEqual([0, 1, 3, 4, 5, 6, 8, 9, 10].map(keyOf));
  });

  it('spares what was read of late', async () => {
    const { folder, store } = openStore();
    for (let index = 0; index < 10; index += 1) {
      await store.set(keyOf(index), image);
      age(folder, index, 20 - index);
    }
    await store.get(keyOf(0));
    await store.set(keyOf(10), image);
    expect(await keysOf(store)).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10].map(keyOf));
  });

  it('keeps the folder within its allowance after every one of many writes', async () => {
    const { store } = openStore();
    for (let index = 0; index < 60; index += 1) {
      await store.set(keyOf(index), Buffer.alloc(500 + ((index * 137) % 2_000)));
      expect(await bytesOf(store)).toBeLessThanOrEqual(maxBytes);
    }
    expect(await bytesOf(store)).toBeGreaterThan(maxBytes / 2);
  });

  it('keeps the folder within its allowance after many writes at once', async () => {
    const { store } = openStore();
    for (let round = 0; round < 10; round += 1) {
      const keys = Array.from({ length: 40 }, (_, index) => keyOf(round * 100 + index));
      await Promise.all(keys.map((key) => store.set(key, image)));
      expect(await bytesOf(store)).toBeLessThanOrEqual(maxBytes);
    }
  });

  it('counts what lay there before it was opened', async () => {
    const { folder, store } = openStore();
    for (let index = 0; index < 10; index += 1) await store.set(keyOf(index), image);
    const { store: next } = openStore(folder);
    await next.set(keyOf(10), image);
    expect(await bytesOf(next)).toBeLessThanOrEqual(maxBytes);
  });

  it('does not remove for nothing when one image is written again and again', async () => {
    const { store } = openStore();
    await store.set(keyOf(0), image);
    for (let round = 0; round < 50; round += 1) await store.set(keyOf(1), image);
    expect(await keysOf(store)).toEqual([keyOf(0), keyOf(1)]);
  });

  it('is done by each of two stores on one folder, and what one counts wrong the next counts anew', async () => {
    const { folder, store } = openStore();
    const { store: other } = openStore(folder);
    for (let index = 0; index < 60; index += 1) {
      await (index % 2 ? store : other).set(keyOf(index), image);
      expect(await bytesOf(store)).toBeLessThanOrEqual(2 * maxBytes); // each knows of its own
    }
    await openStore(folder).store.set(keyOf(99), image);
    expect(await bytesOf(store)).toBeLessThanOrEqual(maxBytes);
  });

  it('leaves alone what lies behind a symbolic link', async () => {
    const { folder, store } = openStore();
    const outside = makeFolder();
    writeFileSync(join(outside, 'mine.card'), Buffer.alloc(50_000));
    mkdirSync(join(folder, 'plain', 'og'), { recursive: true });
    symlinkSync(outside, join(folder, 'plain', 'elsewhere'));
    symlinkSync('..', join(folder, 'plain', 'loop'));
    for (let index = 0; index < 20; index += 1) await store.set(keyOf(index), image);
    expect(readFileSync(join(outside, 'mine.card'))).toHaveLength(50_000);
    expect((await keysOf(store)).filter((key) => !key.startsWith('plain/og/'))).toEqual([]);
    expect(await bytesOf(store)).toBeGreaterThan(maxBytes / 2);
  });
});
