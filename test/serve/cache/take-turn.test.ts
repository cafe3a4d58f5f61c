import { describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { ImageCache } from '../../../src/serve/cache/image-cache.ts';
import { makeFolder } from './support/folders.ts';
import { countingRender, key, packed, pausedRender, screenshot } from './support/images.ts';
import { fakeStore } from './support/stores.ts';

const open = (folder: string) => new DiskStore({ folder, maxBytes: 100_000_000 });
const cacheOn = (folder: string, leaseMs = 60_000) =>
  new ImageCache(open(folder), { memoryBytes: 1, leaseMs });

describe('two processes that are asked for one card at the same moment', () => {
  it('make it once and have the same bytes', async () => {
    const folder = makeFolder();
    const { renders, render } = pausedRender();
    const other = countingRender('other bytes');
    const first = cacheOn(folder).getOrRender(key, render);
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    const second = cacheOn(folder).getOrRender(key, other.render);
    renders[0]!.resolve(screenshot('the bytes'));
    const cards = await Promise.all([first, second]);
    expect(cards.map(({ origin }) => origin)).toEqual(['rendered', 'store']);
    expect(cards.map(({ image }) => image.bytes.toString())).toEqual(['the bytes', 'the bytes']);
    expect(other.renders).toBe(0);
  });

  it('have the second try where the first fails', async () => {
    const folder = makeFolder();
    const { renders, render } = pausedRender();
    const first = cacheOn(folder).getOrRender(key, render);
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    const second = cacheOn(folder).getOrRender(key, countingRender().render);
    renders[0]!.reject(new Error('the browser crashed'));
    await expect(first).rejects.toThrow('the browser crashed');
    expect((await second).origin).toBe('rendered');
  });

  it('do not wait longer than a lease is given for', async () => {
    const folder = makeFolder();
    const { renders, render } = pausedRender();
    const first = cacheOn(folder).getOrRender(key, render);
    await vi.waitFor(() => expect(renders).toHaveLength(1));
    expect((await cacheOn(folder, 100).getOrRender(key, countingRender().render)).origin).toBe('rendered');
    renders[0]!.resolve(screenshot());
    await first;
  });

  it('stop waiting when nobody wants the card any more', async () => {
    const folder = makeFolder();
    await open(folder).claim(key, 60_000);
    const client = new AbortController();
    const camera = countingRender();
    const left = cacheOn(folder).getOrRender(key, camera.render, { signal: client.signal });
    client.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(camera.renders).toBe(0);
  });
});

it('a card that was finished between the first look and the lease is not made again', async () => {
  const store = fakeStore({
    claim: async () => {
      await store.set(key, packed('made meanwhile'));
      return () => Promise.resolve();
    },
  });
  const camera = countingRender();
  const { image } = await new ImageCache(store, { memoryBytes: 1 }).getOrRender(key, camera.render);
  expect(image.bytes.toString()).toBe('made meanwhile');
  expect(camera.renders).toBe(0);
});

it('a store whose leases fail costs nobody a card', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const store = fakeStore({ claim: () => Promise.reject(new Error('no leases today')) });
  const card = await new ImageCache(store, { memoryBytes: 1 }).getOrRender(key, countingRender().render);
  expect(card).toMatchObject({ origin: 'rendered', isStored: true });
});

it('of two who made a card after all, both show the first where the store keeps that', async () => {
  const store = fakeStore({ set: () => Promise.resolve(packed('the first')) });
  const cache = new ImageCache(store, { memoryBytes: 1_000 });
  const { image } = await cache.getOrRender(key, countingRender('the second').render);
  expect(image.bytes.toString()).toBe('the first');
  expect((await cache.get(key))!.bytes.toString()).toBe('the first');
});
