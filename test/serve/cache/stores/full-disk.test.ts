import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { canMount, makeFolder, mountDisk, unfinishedIn } from '../support/folders.ts';
import { countingRender, keyOf, packed } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

/** A disk that is full for every other write. */
class OftenFullStore extends DiskStore {
  #writes = 0;

  override async set(key: string, value: Buffer): Promise<undefined> {
    this.#writes += 1;
    if (this.#writes % 2 === 0) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    }
    await super.set(key, value);
  }
}

describe('a full disk', () => {
  it('costs the storing of an image and not the image', async () => {
    const store = new OftenFullStore({ folder: makeFolder(), maxBytes: 100_000_000 });
    const cache = new ImageCache(store, { memoryBytes: 1 });
    const stored: boolean[] = [];
    for (let index = 0; index < 4; index += 1) {
      const card = await cache.getOrRender(keyOf(index), countingRender().render);
      expect(card.image.bytes.toString()).toBe('a picture');
      stored.push(card.isStored);
    }
    expect(stored).toEqual([true, false, true, false]);
    expect(await keysOf(store)).toEqual([keyOf(0), keyOf(2)]);
  });

  if (canMount) {
    const image = Buffer.alloc(20_000, 'x');

    it('makes room by removing old images, so that the next is stored', async () => {
      const folder = mountDisk('size=256k');
      const store = new DiskStore({ folder, maxBytes: 100_000_000 });
      const cache = new ImageCache(store, { memoryBytes: 1 });
      const stored: boolean[] = [];
      for (let index = 0; index < 60; index += 1) {
        const card = await cache.getOrRender(keyOf(index), countingRender(image).render);
        expect(card.image.bytes.equals(image)).toBe(true);
        stored.push(card.isStored);
      }
      expect(stored.filter((isStored) => !isStored).length).toBeGreaterThan(0);
      // Never two failures one after the other: the first made room.
      expect(stored.some((isStored, index) => index > 0 && !isStored && !stored[index - 1])).toBe(false);
      await cache.close();
      expect(unfinishedIn(folder)).toEqual([]);
    });

    it('that others have filled to the last byte still leaves the image', async () => {
      const folder = mountDisk('size=256k');
      const fill = () => writeFileSync(join(folder, 'filler'), Buffer.alloc(300_000));
      expect(fill).toThrow('ENOSPC');
      const store = new DiskStore({ folder, maxBytes: 100_000_000 });
      for (let round = 0; round < 2; round += 1) {
        const cache = new ImageCache(store, { memoryBytes: 1_000_000 });
        const card = await cache.getOrRender(keyOf(1), countingRender(image).render);
        expect(card.image.bytes.equals(image)).toBe(true);
        expect(card.isStored).toBe(false);
      }
    });

    it('leaves no half of an image where it had no room for the whole', async () => {
      const folder = mountDisk('size=256k');
      const store = new DiskStore({ folder, maxBytes: 100_000_000 });
      await store.set(keyOf(1), packed(image));
      await expect(store.set(keyOf(1), packed(Buffer.alloc(400_000)))).rejects.toThrow('ENOSPC');
      expect([undefined, packed(image)]).toContainEqual(await store.get(keyOf(1)));
      expect(readdirSync(folder)).toEqual(['plain']);
    });
  }
});
