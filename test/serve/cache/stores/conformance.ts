import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { unpackEntry } from '../../../../src/serve/cache/entry.ts';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { purge } from '../../../../src/serve/cache/purge.ts';
import type { Store } from '../../../../src/serve/cache/stores/store.ts';
import { countingRender, key, keyOf, packed } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';

/** An empty place for images, as every test gets one of its own. */
export interface Place {
  /** A store on it; another one each time, as another process would have. */
  open(): Store;
  /** A store that cannot reach it. */
  openUnreachable(): Store;
}

interface Abilities {
  readonly countsHits: boolean;
  /** Of two values for one key the first stays: they are one picture. @default false: the last */
  readonly keepsFirst?: boolean;
  /** Of its lists; the suite goes past it. @default 20, for where there are none */
  readonly pageOfKeys?: number;
}

/** What the cache, the purge and the command line rely on, of whatever store there is. */
export function describeStore(
  name: string,
  makePlace: () => Place | Promise<Place>,
  { countsHits, keepsFirst = false, pageOfKeys = 20 }: Abilities,
): void {
  const openOne = async () => (await makePlace()).open();

  async function openTwo() {
    const place = await makePlace();
    return [place.open(), place.open()] as const;
  }

  describe(`${name}: a value`, () => {
    it.each([1, 300_000, 8_000_000])(
      'of %i bytes comes back bit by bit, for another process too',
      async (bytes) => {
        const [store, other] = await openTwo();
        const value = randomBytes(bytes);
        await store.set(key, value);
        expect((await store.get(key))!.equals(value)).toBe(true);
        expect((await other.get(key))!.equals(value)).toBe(true);
      },
    );

    it('that is a part of a larger buffer is kept without the rest', async () => {
      const store = await openOne();
      await store.set(key, Buffer.from('secret picture secret').subarray(7, 14));
      expect((await store.get(key))!.toString()).toBe('picture');
    });

    it('has a key in any script', async () => {
      const [store, other] = await openTwo();
      const keys = ['Grüße, 1.jpg', '日本/🙂.jpg', "a (b)! 'c'.jpg"].map((path) => `@img/${path}/md/a.webp`);
      for (const key of keys) await store.set(key, packed(key));
      for (const key of keys) expect(unpackEntry((await other.get(key))!)!.bytes.toString()).toBe(key);
      expect((await keysOf(other)).sort()).toEqual(keys.sort());
      for (const key of keys) expect((await other.keyOf?.(key)) ?? key).toBe(key);
    });

    it('stays as it was put in, whatever becomes of the buffers', async () => {
      const store = await openOne();
      const value = Buffer.from('picture');
      await store.set(key, value);
      value.fill('x');
      (await store.get(key))!.fill('y');
      expect((await store.get(key))!.toString()).toBe('picture');
    });

    it(`${keepsFirst ? 'stays in its place, which is told to the next' : 'takes the place of the one before, also of a longer one'}`, async () => {
      const [store, other] = await openTwo();
      expect(await store.set(key, Buffer.from('a long first value'))).toBeUndefined();
      const first = await other.set(key, Buffer.from('second'));
      expect(first?.toString()).toBe(keepsFirst ? 'a long first value' : undefined);
      expect((await store.get(key))!.toString()).toBe(first?.toString() ?? 'second');
      expect(await keysOf(store)).toEqual([key]);
    });

    it('is gone once it is deleted, and the others stay', async () => {
      const [store, other] = await openTwo();
      await store.set(key, Buffer.from('x'));
      await store.set(keyOf(1), Buffer.from('y'));
      await other.delete(key);
      expect(await store.get(key)).toBeUndefined();
      expect(await keysOf(store)).toEqual([keyOf(1)]);
      await store.set(key, Buffer.from('z'));
      expect((await other.get(key))!.toString()).toBe('z');
    });

    it('that is peeked at is the one that is got', async () => {
      const store = await openOne();
      await store.set(key, Buffer.from('picture'));
      expect((await (store.peek ? store.peek(key) : store.get(key)))!.toString()).toBe('picture');
      expect(await store.peek?.(keyOf(1))).toBeUndefined();
    });
  });

  describe(`${name}: a key`, () => {
    it('that is missing has no value, and is deleted without complaint', async () => {
      const store = await openOne();
      expect(await store.get(key)).toBeUndefined();
      await store.delete(key);
      await store.delete(key);
      expect(await keysOf(store)).toEqual([]);
    });

    // All that templates, variants, keys and formats can be called.
    it.each([
      ['with an at sign', 'plain/og@2x/0123456789012345678901.webp'],
      ['of hyphens and underscores', 'plain/og/-_-_-_-_-_-_-_-_-_-_-_.jpg'],
      ['of a long name', `${'a-long-name-'.repeat(8)}1/portrait/${'A'.repeat(22)}.png`],
      ['that says what an object has', 'constructor/og/toString0000000000000.jpg'],
    ])('%s is as good as any', async (_kind, odd) => {
      const [store, other] = await openTwo();
      await store.set(odd, Buffer.from('odd'));
      expect((await other.get(odd))!.toString()).toBe('odd');
      expect(await keysOf(other)).toEqual([odd]);
      await other.delete(odd);
      expect(await store.get(odd)).toBeUndefined();
    });

    it('is another one where only its case, its end or its folder differs', async () => {
      const store = await openOne();
      const alike = [
        'plain/og/Ab.jpg',
        'plain/og/aB.jpg',
        'plain/og/aB.jp',
        'plain/og@2x/aB.jpg',
        'plain-1/og/aB.jpg',
      ];
      for (const each of alike) await store.set(each, Buffer.from(each));
      for (const each of alike) expect((await store.get(each))!.toString()).toBe(each);
      await store.delete(alike[1]!);
      expect(await keysOf(store)).toEqual(alike.toSpliced(1, 1).toSorted());
    });
  });

  describe(`${name}: a list`, () => {
    it('has every key once, and sizes where it tells of any', async () => {
      const [store, other] = await openTwo();
      const keys = ['a/og/1.jpg', 'a/og@2x/2.png', 'b/x/3.webp'];
      for (const [index, each] of keys.entries()) await store.set(each, Buffer.alloc(index + 1));
      await store.recordHits?.({ hits: 1, misses: 1 });
      expect(await keysOf(other)).toEqual(keys);
      for await (const { key, bytes } of other.list())
        expect([undefined, keys.indexOf(key) + 1]).toContain(bytes);
    });

    it('goes on for as long as there are keys, past any page', async () => {
      const store = await openOne();
      const keys = Array.from({ length: pageOfKeys + 10 }, (_, index) => keyOf(index));
      for (let start = 0; start < keys.length; start += 50) {
        await Promise.all(keys.slice(start, start + 50).map((each) => store.set(each, Buffer.from('x'))));
      }
      expect(await keysOf(store)).toEqual(keys);
    }, 20_000);

    it('can be emptied while it is read', async () => {
      const store = await openOne();
      for (let index = 0; index < 20; index += 1) await store.set(keyOf(index), packed());
      expect(await purge(store, { olderThanMs: 0 })).toBe(20);
      expect(await keysOf(store)).toEqual([]);
    });

    it('is purged by template, and the others stay', async () => {
      const store = await openOne();
      for (const each of ['article/og/1.jpg', 'plain/og/2.jpg', 'plain/og@2x/3.png'])
        await store.set(each, packed());
      expect(await purge(store, { template: 'plain', olderThanMs: 0 })).toBe(2);
      expect(await keysOf(store)).toEqual(['article/og/1.jpg']);
    });
  });

  describe(`${name}: many at once`, () => {
    it('that write one key leave one whole value', async () => {
      const [store, other] = await openTwo();
      const values = Array.from({ length: 50 }, (_, index) => Buffer.alloc(10_000, index));
      await Promise.all(values.map((value, index) => (index % 2 ? store : other).set(key, value)));
      const stored = await store.get(key);
      expect(values.some((value) => value.equals(stored!))).toBe(true);
      expect(await keysOf(store)).toEqual([key]);
    });

    it('that write a key each all find theirs', async () => {
      const [store, other] = await openTwo();
      const keys = Array.from({ length: 50 }, (_, index) => keyOf(index));
      await Promise.all(keys.map((each, index) => (index % 2 ? store : other).set(each, Buffer.from(each))));
      for (const each of keys) expect((await store.get(each))!.toString()).toBe(each);
    });

    it('that read while one writes get a whole value, and never half of one', async () => {
      const [store, other] = await openTwo();
      const values = ['a', 'b'].map((letter) => Buffer.alloc(700_000, letter));
      await store.set(key, values[0]!);
      const reads: Promise<Buffer | undefined>[] = [];
      for (let round = 0; round < 20; round += 1) {
        reads.push(other.get(key));
        await Promise.all([store.set(key, values[round % 2]!), store.get(key)]);
      }
      const torn = (await Promise.all(reads)).filter((read) => !values.some((value) => value.equals(read!)));
      expect(torn).toHaveLength(0);
    });

    if (countsHits)
      it('that count hits are all counted', async () => {
        const [store, other] = await openTwo();
        expect(await store.readHits!()).toEqual({ hits: 0, misses: 0 });
        await Promise.all([store, other].map((each) => each.recordHits!({ hits: 2, misses: 1 })));
        expect(await store.readHits!()).toEqual({ hits: 4, misses: 2 });
      });
  });

  describe(`${name}: a claim, where it takes any`, () => {
    const minuteMs = 60_000;

    it('is had by one at a time, for each key', async () => {
      const [store, other] = await openTwo();
      if (!store.claim) return;
      const claims = await Promise.all([store, other].map((each) => each.claim!(key, minuteMs)));
      expect(claims.filter((release) => release)).toHaveLength(1);
      expect(await other.claim!(keyOf(1), minuteMs)).toBeDefined();
      await claims.find((release) => release)!();
      expect(await other.claim!(key, minuteMs)).toBeDefined();
    });

    it('is over when its time is, whatever became of who had it', async () => {
      const [store, other] = await openTwo();
      if (!store.claim) return;
      await store.claim(key, 0);
      const release = await other.claim!(key, 0);
      expect(release).toBeDefined();
      await release!();
      await release!();
    });

    it('is no image', async () => {
      const store = await openOne();
      await store.claim?.(key, minuteMs);
      expect(await store.get(key)).toBeUndefined();
      expect(await keysOf(store)).toEqual([]);
    });
  });

  describe(`${name}: it`, () => {
    it('says in one line what it is', async () => {
      expect((await openOne()).description).toMatch(/^\S.*\S$/);
    });

    it('is rendered into once, and found from then on by another process', async () => {
      const [store, other] = await openTwo();
      const camera = countingRender();
      const ask = (each: Store) =>
        new ImageCache(each, { memoryBytes: 1_000_000 }).getOrRender(key, camera.render);
      expect(await ask(store)).toMatchObject({ origin: 'rendered', isStored: true });
      expect((await ask(other)).origin).toBe('store');
      expect(camera.renders).toBe(1);
    });

    it('that cannot be reached says so, and neither that there is nothing nor that all is well', async () => {
      const store = (await makePlace()).openUnreachable();
      await expect(store.get(key)).rejects.toThrow();
      await expect(store.set(key, Buffer.from('x'))).rejects.toThrow();
      await expect(store.delete(key)).rejects.toThrow();
    });
  });
}
