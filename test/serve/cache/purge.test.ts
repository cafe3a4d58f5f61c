import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { purge } from '../../../src/serve/cache/purge.ts';
import { makeFolder } from './support/folders.ts';
import { packed } from './support/images.ts';
import { keysOf } from './support/stores.ts';

const hour = 3_600_000;
const keys = ['article/og/old.jpg', 'article/x/new.jpg', 'plain/og/new.jpg', 'plain/x/old.png'];

let folder: string;
let store: DiskStore;
beforeEach(async () => {
  folder = makeFolder();
  store = new DiskStore({ folder, maxBytes: 1_000_000 });
  for (const key of keys) {
    const createdAt = Date.now() - (key.includes('old') ? 48 : 2) * hour;
    await store.set(key, packed('a picture', { createdAt }));
  }
});

const without = (...removed: string[]) => keys.filter((key) => !removed.includes(key));

describe('a purge', () => {
  it('of everything leaves nothing', async () => {
    expect(await purge(store, {})).toBe(4);
    expect(await keysOf(store)).toEqual([]);
  });

  it('of a template leaves the others', async () => {
    expect(await purge(store, { template: 'plain' })).toBe(2);
    expect(await keysOf(store)).toEqual(without('plain/og/new.jpg', 'plain/x/old.png'));
  });

  it('of a variant leaves the others', async () => {
    expect(await purge(store, { variant: 'og' })).toBe(2);
    expect(await keysOf(store)).toEqual(without('article/og/old.jpg', 'plain/og/new.jpg'));
  });

  it('by age goes by when an image was made', async () => {
    expect(await purge(store, { olderThanMs: 24 * hour })).toBe(2);
    expect(await keysOf(store)).toEqual(without('article/og/old.jpg', 'plain/x/old.png'));
  });

  it('removes what fits everything that is given', async () => {
    expect(await purge(store, { template: 'plain', variant: 'x', olderThanMs: 24 * hour })).toBe(1);
    expect(await keysOf(store)).toEqual(without('plain/x/old.png'));
    expect(await purge(store, { template: 'plain', variant: 'square' })).toBe(0);
  });

  it.each(['', 'pla', 'plain/og'])('takes a name as a whole: %j is none', async (template) => {
    expect(await purge(store, { template })).toBe(0);
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['a truncated image', packed().subarray(0, 60)],
    ['nothing', Buffer.alloc(0)],
  ])('by age counts a file that holds %s as old', async (_name, content) => {
    writeFileSync(join(folder, 'plain/og/new.jpg.card'), content);
    expect(await purge(store, { olderThanMs: 24 * hour, template: 'plain', variant: 'og' })).toBe(1);
    expect(await keysOf(store)).toEqual(without('plain/og/new.jpg'));
  });

  it('of an empty store removes nothing', async () => {
    const empty = new DiskStore({ folder: join(folder, 'none'), maxBytes: 1_000 });
    expect(await purge(empty, { olderThanMs: 0 })).toBe(0);
  });

  it('leaves the counts', async () => {
    await store.recordHits({ hits: 3, misses: 1 });
    await purge(store, {});
    expect(await store.readHits()).toEqual({ hits: 3, misses: 1 });
  });
});
