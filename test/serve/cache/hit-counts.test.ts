import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { ImageCache } from '../../../src/serve/cache/image-cache.ts';
import { makeFolder } from './support/folders.ts';
import { countingRender, key, keyOf } from './support/images.ts';
import { fakeStore, watched } from './support/stores.ts';

const memoryBytes = 10_000_000;
afterEach(() => void vi.useRealTimers());

function openStore() {
  const folder = makeFolder();
  return { folder, log: join(folder, 'hits.log'), store: new DiskStore({ folder, maxBytes: 1_000_000 }) };
}

describe('the image cache', () => {
  it('counts hits and misses, and writes them down when it closes', async () => {
    const { store } = openStore();
    const { render } = countingRender();
    const first = new ImageCache(store, { memoryBytes });
    await first.getOrRender(key, render); // a miss
    await first.getOrRender(key, render); // memory
    await first.getOrRender(keyOf(1), render); // a miss
    await first.close();
    expect(await store.readHits()).toEqual({ hits: 1, misses: 2 });

    const second = new ImageCache(store, { memoryBytes });
    await second.getOrRender(key, render); // the store
    await second.close();
    await second.close();
    expect(await store.readHits()).toEqual({ hits: 2, misses: 2 });
  });

  it('writes down nothing when there was nothing', async () => {
    const { store, recorded } = watched(fakeStore());
    await new ImageCache(store, { memoryBytes }).close();
    expect(recorded).toEqual([]);
  });

  it('writes down from time to time what it counted since', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { store, recorded } = watched(fakeStore());
    const cache = new ImageCache(store, { memoryBytes });
    const { render } = countingRender();
    await cache.getOrRender(key, render);
    await vi.advanceTimersByTimeAsync(10_000);
    await cache.getOrRender(key, render);
    await cache.getOrRender(key, render);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(recorded).toEqual([
      { hits: 0, misses: 1 },
      { hits: 2, misses: 0 },
    ]);
    await cache.close();
  });
});

describe('the counts on disk', () => {
  it('are none before there are any', async () => {
    expect(await openStore().store.readHits()).toEqual({ hits: 0, misses: 0 });
  });

  it('are the sum of what several stores on one folder recorded', async () => {
    const { folder, store } = openStore();
    const other = new DiskStore({ folder, maxBytes: 1_000_000 });
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? store : other).recordHits({ hits: 2, misses: 1 }),
      ),
    );
    expect(await store.readHits()).toEqual({ hits: 200, misses: 100 });
  });

  it('stay the same when the file is summed up, and the file stays small', async () => {
    const { log, folder, store } = openStore();
    writeFileSync(log, '3 2\n'.repeat(20_000));
    await store.recordHits({ hits: 1, misses: 1 });
    expect(readFileSync(log, 'utf8')).toBe('60001 40001\n');
    await store.recordHits({ hits: 1, misses: 1 });
    expect(await store.readHits()).toEqual({ hits: 60_002, misses: 40_002 });
    expect(statSync(log).size).toBeLessThan(64 * 1024);
    expect(await readdir(folder)).toEqual(['hits.log']);
  });

  it('do without lines that make no sense', async () => {
    const { log, store } = openStore();
    writeFileSync(log, '1 2\n\n\0\0\0\0\nhello there\n{"hits":1}\nNaN NaN\n \n3 4\n5');
    expect(await store.readHits()).toEqual({ hits: 9, misses: 6 });
  });
});
