import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { storeFailed } from '../../../src/serve/cache/events.ts';
import { ImageCache } from '../../../src/serve/cache/image-cache.ts';
import type { Store } from '../../../src/serve/cache/stores/store.ts';
import { countingRender, key, keyOf } from './support/images.ts';
import { fakeStore, watched } from './support/stores.ts';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const failure = () => Promise.reject(new Error('no such luck'));
const silence = () => new Promise<never>(() => {});
const fullDisk = () =>
  Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }));

const memoryBytes = 10_000_000;
const open = (store: Store) => new ImageCache(store, { memoryBytes, storeTimeoutMs: 20 });

describe('a store that', () => {
  it.each<[string, Partial<Store>, boolean]>([
    ['fails to read', { get: failure }, true],
    ['fails to write', { set: failure }, false],
    ['has a full disk', { set: fullDisk }, false],
    ['never answers a read', { get: silence }, true],
    ['never answers a write', { set: silence }, false],
    ['never answers at all', { get: silence, set: silence, delete: silence, recordHits: silence }, false],
    ['fails in everything', { get: failure, set: failure, delete: failure, recordHits: failure }, false],
    ['returns garbage', { get: () => Promise.resolve(Buffer.from('garbage')) }, true],
    ['returns nothing at all', { get: () => Promise.resolve(Buffer.alloc(0)) }, true],
    [
      'returns garbage it cannot delete',
      { get: () => Promise.resolve(Buffer.from('x')), delete: failure },
      true,
    ],
  ])('%s costs a render and nothing else', async (_name, fault, isStored) => {
    const cache = open(fakeStore(fault));
    const camera = countingRender();
    const card = await cache.getOrRender(key, camera.render);
    expect(card.image.bytes.toString()).toBe('a picture');
    expect(card).toMatchObject({ origin: 'rendered', isStored });
    expect((await cache.getOrRender(key, camera.render)).origin).toBe('memory');
    expect(camera.renders).toBe(1);
    await cache.close();
  });

  it('throws before it even waits is no different', async () => {
    const broken = () => {
      throw new TypeError('not a store');
    };
    const cache = open(fakeStore({ get: broken, set: broken, recordHits: broken }));
    const { image } = await cache.getOrRender(key, countingRender().render);
    expect(image.bytes.toString()).toBe('a picture');
    await cache.close();
  });

  it.each([
    ['fails', failure],
    ['never answers', silence],
  ])('%s when it is tried is counted, although no card asked', async (_name, get) => {
    let failures = 0;
    onTestFinished(storeFailed.subscribe(() => void (failures += 1)));
    const cache = open(fakeStore({ get }));
    await expect(cache.probe()).rejects.toThrow();
    expect(failures).toBe(1);
    await cache.close();
  });

  it('holds garbage has it deleted, then written anew', async () => {
    const { store, calls } = watched(fakeStore());
    await store.set(key, Buffer.from('garbage'));
    const camera = countingRender();
    await open(store).getOrRender(key, camera.render);
    expect(calls.delete).toEqual([key]);
    expect((await open(store).getOrRender(key, camera.render)).origin).toBe('store');
    expect(camera.renders).toBe(1);
  });

  it('fails is no reason to hide that the render failed', async () => {
    const cache = open(fakeStore({ get: failure }));
    const render = () => Promise.reject(new Error('the browser crashed'));
    await expect(cache.getOrRender(key, render)).rejects.toThrow('the browser crashed');
  });

  it('fails late is not an unhandled rejection', async () => {
    const late = Promise.withResolvers<Buffer>();
    const cache = open(fakeStore({ get: () => late.promise }));
    await cache.getOrRender(key, countingRender().render);
    late.reject(new Error('too late')); // vitest fails a run with one
    await new Promise(setImmediate);
    expect((await cache.get(key))!.bytes.toString()).toBe('a picture');
  });
});

describe('complaints', () => {
  it('come at most once a minute, however many cards a broken store fails', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const cache = open(fakeStore({ get: failure, set: failure }));
    const { render } = countingRender();
    for (let index = 0; index < 50; index += 1) await cache.getOrRender(keyOf(index), render);
    expect(console.error).toHaveBeenCalledTimes(1);
    expect(vi.mocked(console.error).mock.lastCall!.map(String).join(' ')).toContain('no such luck');
    vi.advanceTimersByTime(59_000);
    await cache.getOrRender(keyOf(50), render);
    expect(console.error).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    await cache.getOrRender(keyOf(51), render);
    expect(console.error).toHaveBeenCalledTimes(2);
  });

  it('do not come of a store that works', async () => {
    await open(fakeStore()).getOrRender(key, countingRender().render);
    expect(console.error).not.toHaveBeenCalled();
  });

  it('name a store that is slow', async () => {
    await open(fakeStore({ get: silence })).getOrRender(key, countingRender().render);
    const said = vi.mocked(console.error).mock.lastCall!.map(String).join(' ');
    expect(said).toContain('The image store took longer than 20 ms.');
  });
});
