import { describe, expect, it } from 'vitest';
import type { ListOptions, Originals } from '../../../src/pictures/originals/originals.ts';

const contentType = 'image/png';
const kept = { contentType, overwrite: false };
const replaced = { contentType, overwrite: true };
const limits = { maxBytes: 1_000_000 };

export async function pathsOf(originals: Originals, options?: ListOptions): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of originals.list(options)) paths.push(path);
  return paths;
}

async function textOf(originals: Originals, path: string): Promise<string | undefined> {
  return (await originals.read(path, limits))?.bytes.toString();
}

/** What lies in no place of pictures, whoever asks. */
export const badPaths = [
  '',
  '/a.png',
  'a.png/',
  'a//b.png',
  '.',
  '..',
  '../a.png',
  'a/../../b.png',
  'a/./b.png',
  '.hidden/a.png',
  'a/.hidden.png',
  '.cardstock/drafts/a',
  String.raw`..\a.png`,
  String.raw`a\b.png`,
  'C:/a.png',
  'a\0.png',
  'a\n.png',
  'a?.png',
  'a#.png',
  'a%2e.png',
  '%2e%2e/a.png',
  'a. ',
  'a./b.png',
  ' a.png',
  '\u202egnp.a',
  '\ud800.png',
  `${'a'.repeat(201)}.png`,
  'a/'.repeat(400),
];

/**
 * What every place of pictures keeps to.
 *
 * @param makePlace An empty one each time; what it gives opens it, as another process would.
 */
export function describeOriginals(name: string, makePlace: () => () => Originals): void {
  describe(`originals in ${name}`, () => {
    it('gives back what was written, whoever asks, with a version that is of the bytes', async () => {
      const open = makePlace();
      const [here, there] = [open(), open()];
      expect(await here.write('blog/Grüße 1.png', Buffer.from('one'), kept)).toBe('stored');
      const facts = (await there.find('blog/Grüße 1.png'))!;
      expect(facts).toMatchObject({ byteLength: 3 });
      expect(facts.version).toMatch(/^[\da-f]{32,64}$/);
      expect(Math.abs(facts.modifiedAtMs - Date.now())).toBeLessThan(3_600_000);
      const read = (await there.read('blog/Grüße 1.png', limits))!;
      expect([read.bytes.toString(), read.version]).toEqual(['one', facts.version]);
      await there.write('blog/Grüße 1.png', Buffer.from('two'), replaced);
      expect((await here.find('blog/Grüße 1.png'))!.version).not.toBe(facts.version);
      expect(await textOf(here, 'blog/Grüße 1.png')).toBe('two');
      await there.write('blog/Grüße 1.png', Buffer.from('one'), replaced);
      expect((await here.find('blog/Grüße 1.png'))!.version).toBe(facts.version);
    });

    it('has nothing where there is nothing: not a path, nor a folder, nor behind a picture', async () => {
      const originals = makePlace()();
      for (const path of ['none.png', 'a', 'a/none.png', 'a/b.png/c.png']) {
        expect(await originals.find(path), path).toBeUndefined();
      }
      await originals.write('a/b.png', Buffer.from('x'), kept);
      for (const path of ['none.png', 'a', 'a/none.png', 'a/b.png/c.png']) {
        expect(await originals.find(path), path).toBeUndefined();
        expect(await originals.read(path, limits), path).toBeUndefined();
        expect(await originals.remove(path), path).toBe(false);
      }
      expect(await pathsOf(originals)).toEqual(['a/b.png']);
    });

    it('leaves what is there, unless it is to be overwritten', async () => {
      const originals = makePlace()();
      await originals.write('a.png', Buffer.from('first'), kept);
      expect(await originals.write('a.png', Buffer.from('second'), kept)).toBe('exists');
      expect(await textOf(originals, 'a.png')).toBe('first');
      expect(await originals.write('a.png', Buffer.from('third'), replaced)).toBe('stored');
      expect(await textOf(originals, 'a.png')).toBe('third');
    });

    it('lets one of thirty be stored, who write one path at once', async () => {
      const open = makePlace();
      const texts = Array.from({ length: 30 }, (_, at) => `picture ${at}`);
      const outcomes = await Promise.all(
        texts.map((text) => open().write('one/a.png', Buffer.from(text), kept)),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await textOf(open(), 'one/a.png')).toBe(texts[outcomes.indexOf('stored')]);
      expect(await pathsOf(open())).toEqual(['one/a.png']);
    });

    it('is asked while it is written, and always has the one whole picture or the other', async () => {
      const open = makePlace();
      const [a, b] = [Buffer.alloc(300_000, 'a'), Buffer.alloc(200_000, 'b')];
      await open().write('a.png', a, kept);
      const writes = [a, b, a, b].map((bytes) => open().write('a.png', bytes, replaced));
      const reads = Array.from({ length: 10 }, () => open().read('a.png', limits));
      for (const found of await Promise.all(reads)) {
        expect(found!.bytes.equals(a) || found!.bytes.equals(b)).toBe(true);
      }
      await Promise.all(writes);
    });

    it('refuses to read more than it may', async () => {
      const originals = makePlace()();
      await originals.write('a.png', Buffer.alloc(1_001), kept);
      await expect(originals.read('a.png', { maxBytes: 1_000 })).rejects.toMatchObject({
        code: 'image_unavailable',
        reason: 'it has more than 1000 bytes',
      });
      expect((await originals.read('a.png', { maxBytes: 1_001 }))!.bytes).toHaveLength(1_001);
    });

    it('stops reading for whoever has left', async () => {
      const originals = makePlace()();
      await originals.write('a.png', Buffer.alloc(1_000), kept);
      const left = AbortSignal.abort(new Error('left'));
      await expect(originals.read('a.png', { ...limits, signal: left })).rejects.toThrow(/left|abort/i);
    });

    it('removes one, and the others stay', async () => {
      const open = makePlace();
      await open().write('a.png', Buffer.from('a'), kept);
      await open().write('b.png', Buffer.from('b'), kept);
      expect(await open().remove('a.png')).toBe(true);
      expect(await open().remove('a.png')).toBe(false);
      expect(await open().find('a.png')).toBeUndefined();
      expect(await pathsOf(open())).toEqual(['b.png']);
    });

    it('lists in the order of bytes, by prefix, and from where a page ended', async () => {
      const originals = makePlace()();
      const paths = [
        'a',
        'a-b.png',
        'a.png',
        'a/a.png',
        'a/b/c.png',
        'a/b0.png',
        'ab.png',
        'b.png',
        'ä.png',
        '🙂.png',
      ];
      // A folder and a picture cannot have one name on a disk.
      const written = paths.filter((path) => path !== 'a');
      for (const path of [...written].reverse()) await originals.write(path, Buffer.from(path), kept);
      expect(await pathsOf(originals)).toEqual(written);
      expect(await pathsOf(originals, { prefix: 'a/' })).toEqual(['a/a.png', 'a/b/c.png', 'a/b0.png']);
      expect(await pathsOf(originals, { prefix: 'a/b' })).toEqual(['a/b/c.png', 'a/b0.png']);
      expect(await pathsOf(originals, { prefix: 'x' })).toEqual([]);
      expect(await pathsOf(originals, { prefix: 'a', after: 'a/a.png' })).toEqual([
        'a/b/c.png',
        'a/b0.png',
        'ab.png',
      ]);
      for (const [at, after] of written.entries()) {
        expect(await pathsOf(originals, { after }), after).toEqual(written.slice(at + 1));
      }
      for await (const { byteLength, path } of originals.list())
        expect(byteLength).toBe(Buffer.byteLength(path));
    });

    it('lists nothing where nothing ever was', async () => {
      expect(await pathsOf(makePlace()())).toEqual([]);
      expect(await pathsOf(makePlace()(), { prefix: 'a/', after: 'a/b' })).toEqual([]);
    });

    it.each(badPaths)('refuses the path %j, whatever is asked', async (path) => {
      const originals = makePlace()();
      const refused = { code: 'invalid_parameter', parameter: 'path' };
      await expect(originals.find(path)).rejects.toMatchObject(refused);
      await expect(originals.read(path, limits)).rejects.toMatchObject(refused);
      await expect(originals.write(path, Buffer.from('x'), replaced)).rejects.toMatchObject(refused);
      await expect(originals.remove(path)).rejects.toMatchObject(refused);
      expect(await pathsOf(originals)).toEqual([]);
    });
  });
}
