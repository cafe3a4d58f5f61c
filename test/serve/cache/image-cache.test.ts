import { describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { ImageCache } from '../../../src/serve/cache/image-cache.ts';
import { makeFolder } from './support/folders.ts';
import { countingRender, key, keyOf, pausedRender, screenshot } from './support/images.ts';
import { fakeStore, watched } from './support/stores.ts';

const memoryBytes = 10_000_000;
const onDisk = () => watched(new DiskStore({ folder: makeFolder(), maxBytes: 100_000_000 }));

describe('the image cache', () => {
  it('renders once when a thousand identical requests arrive together', async () => {
    const { store, calls } = onDisk();
    const cache = new ImageCache(store, { memoryBytes });
    const content = Buffer.alloc(100_000, 'picture');
    const camera = countingRender(content);
    const cards = await Promise.all(
      Array.from({ length: 1_000 }, () => cache.getOrRender(key, camera.render)),
    );
    expect(camera.renders).toBe(1);
    expect(calls.set).toEqual([key]);
    expect(cards.every(({ image }) => image.bytes.equals(content))).toBe(true);
    expect(cards.map(({ origin }) => origin).toSorted()).toEqual([
      'rendered',
      ...Array.from({ length: 999 }, () => 'shared'),
    ]);
    expect(cards.filter(({ timings }) => timings)).toHaveLength(1);
  });

  it('does not touch the store for what it has in memory', async () => {
    const { store, calls } = onDisk();
    const cache = new ImageCache(store, { memoryBytes });
    const camera = countingRender();
    await cache.getOrRender(key, camera.render);
    const before = structuredClone(calls);
    const { origin, image } = await cache.getOrRender(key, camera.render);
    expect(origin).toBe('memory');
    expect(image.bytes.toString()).toBe('a picture');
    expect(calls).toEqual(before);
  });

  it('finds in the store what another wrote there, and has it in memory from then on', async () => {
    const { store } = onDisk();
    const camera = countingRender();
    const { image } = await new ImageCache(store, { memoryBytes }).getOrRender(key, camera.render);
    const cache = new ImageCache(store, { memoryBytes });
    const found = await cache.getOrRender(key, camera.render);
    expect(found).toEqual({ image, origin: 'store', isStored: true });
    expect((await cache.getOrRender(key, camera.render)).origin).toBe('memory');
    expect(camera.renders).toBe(1);
  });

  it('keeps no more in memory than it may: older images come from the store', async () => {
    const { store } = onDisk();
    const cache = new ImageCache(store, { memoryBytes: 3_500 });
    const camera = countingRender('x'.repeat(1_000));
    for (let index = 0; index < 5; index += 1) await cache.getOrRender(keyOf(index), camera.render);
    const origins: string[] = [];
    for (const index of [4, 3, 2, 1, 0]) {
      origins.push((await cache.getOrRender(keyOf(index), camera.render)).origin);
    }
    expect(origins).toEqual(['memory', 'memory', 'memory', 'store', 'store']);
    expect(camera.renders).toBe(5);
  });

  it('serves an image larger than its memory', async () => {
    const { store } = onDisk();
    const cache = new ImageCache(store, { memoryBytes: 5 });
    const camera = countingRender();
    await cache.getOrRender(key, camera.render);
    expect((await cache.getOrRender(key, camera.render)).origin).toBe('store');
  });

  it('works without a store', async () => {
    const cache = new ImageCache(undefined, { memoryBytes });
    const camera = countingRender();
    expect((await cache.getOrRender(key, camera.render)).isStored).toBe(false);
    expect((await cache.getOrRender(key, camera.render)).origin).toBe('memory');
    await cache.close();
  });

  it('looks without rendering when only asked what there is', async () => {
    const { store } = onDisk();
    expect(await new ImageCache(store, { memoryBytes }).get(key)).toBeUndefined();
    await new ImageCache(store, { memoryBytes }).getOrRender(key, countingRender().render);
    const image = await new ImageCache(store, { memoryBytes }).get(key);
    expect(image!.bytes.toString()).toBe('a picture');
  });
});

describe('a render', () => {
  it('that fails is told to all who wait, not stored, and tried again by the next', async () => {
    const { store, calls } = onDisk();
    const cache = new ImageCache(store, { memoryBytes });
    const { renders, render } = pausedRender();
    const waiters = [cache.getOrRender(key, render), cache.getOrRender(key, render)];
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    renders[0]!.reject(new Error('the browser crashed'));
    for (const waiter of waiters) await expect(waiter).rejects.toThrow('the browser crashed');
    expect(calls.set).toEqual([]);

    const camera = countingRender();
    expect((await cache.getOrRender(key, camera.render)).origin).toBe('rendered');
    expect(camera.renders).toBe(1);
  });

  it('goes on for the others when one who waits leaves', async () => {
    const cache = new ImageCache(onDisk().store, { memoryBytes });
    const { renders, render } = pausedRender();
    const leaver = new AbortController();
    const leaving = cache.getOrRender(key, render, { signal: leaver.signal });
    const staying = cache.getOrRender(key, render, { signal: new AbortController().signal });
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    leaver.abort(new Error('gone'));
    await expect(leaving).rejects.toThrow('gone');
    expect(renders[0]!.signal.aborted).toBe(false);
    renders[0]!.resolve(screenshot());
    expect((await staying).image.bytes.toString()).toBe('a picture');
  });

  it('is told to stop when all have left, and a newcomer gets a fresh one', async () => {
    const cache = new ImageCache(fakeStore(), { memoryBytes });
    const { renders, render } = pausedRender();
    const leavers = [new AbortController(), new AbortController()];
    const leaving = leavers.map(({ signal }) => cache.getOrRender(key, render, { signal }));
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    for (const leaver of leavers) leaver.abort(new Error('gone'));
    for (const left of leaving) await expect(left).rejects.toThrow('gone');
    expect(renders[0]!.signal.aborted).toBe(true);

    const newcomer = cache.getOrRender(key, render);
    await vi.waitFor(() => expect(renders).toHaveLength(2));
    expect(renders[1]!.signal.aborted).toBe(false);
    renders[1]!.resolve(screenshot());
    expect((await newcomer).origin).toBe('rendered');
  });
});
