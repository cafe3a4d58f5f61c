import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { ownedName } from '../../../../src/system/temporary-folder.ts';
import { makeFolder } from '../support/folders.ts';
import { key, keyOf } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';
import { describeStore } from './conformance.ts';

function openStore(folder = join(makeFolder(), 'not-yet')) {
  return { folder, store: new DiskStore({ folder, maxBytes: 100_000_000 }) };
}

describeStore(
  'the disk store',
  () => {
    const { folder } = openStore();
    return {
      open: () => openStore(folder).store,
      openUnreachable() {
        writeFileSync(folder, 'a file in its place');
        return openStore(folder).store;
      },
    };
  },
  { countsHits: true },
);

describe('the disk store', () => {
  it('makes no folder for being asked', async () => {
    const { folder, store } = openStore();
    await store.get(key);
    await keysOf(store);
    await store.delete(key);
    expect(existsSync(folder)).toBe(false);
  });

  it('lists sizes, and nothing that is not an image', async () => {
    const { folder, store } = openStore();
    const keys = ['a/og/1.jpg', 'a/og@2x/2.png', 'b/x/3.webp'];
    for (const [index, each] of keys.entries()) await store.set(each, Buffer.alloc(index + 1));
    await store.recordHits({ hits: 1, misses: 1 });
    writeFileSync(join(folder, 'a', 'notes.txt'), 'mine');
    writeFileSync(join(folder, ownedName('writing')), 'half');
    const sizes: Record<string, number | undefined> = {};
    for await (const { key, bytes } of store.list()) sizes[key] = bytes;
    expect(sizes).toEqual({ 'a/og/1.jpg': 1, 'a/og@2x/2.png': 2, 'b/x/3.webp': 3 });
  });

  it('is for its owner alone', async () => {
    const { folder, store } = openStore();
    await store.set(key, Buffer.from('x'));
    for (const path of ['', 'plain', 'plain/og', `${key}.card`]) {
      expect(statSync(join(folder, path)).mode & 0o077).toBe(0);
    }
  });

  it('leaves nothing unfinished behind when many write the same at once', async () => {
    const { folder, store } = openStore();
    const values = Array.from({ length: 50 }, (_, index) => Buffer.alloc(10_000, index));
    await Promise.all(values.map((value) => store.set(key, value)));
    expect(readdirSync(folder)).toEqual(['plain']);
    expect(readdirSync(join(folder, 'plain', 'og'))).toHaveLength(1);
  });
});

describe('the first write', () => {
  it('sweeps up what dead processes left unfinished, and nothing else', async () => {
    const { folder, store } = openStore(makeFolder());
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const living = ownedName('writing');
    for (const name of [`writing-${dead}-abc123`, living]) writeFileSync(join(folder, name), 'half');
    mkdirSync(join(folder, 'plain'));
    await store.get(key);
    expect(readdirSync(folder)).toHaveLength(3);
    await store.set(keyOf(1), Buffer.from('x'));
    expect(readdirSync(folder).toSorted()).toEqual(['plain', living].toSorted());
  });
});
