import { expect, it } from 'vitest';
import { TakenPaths } from '../../../src/pictures/import/taken-paths.ts';
import type { Originals } from '../../../src/pictures/originals/originals.ts';
import { isAfter } from '../../../src/pictures/originals/walk-files.ts';

/** Originals that only list and find, and count how much of that they do. */
function originalsOf(paths: readonly string[]) {
  const sorted = [...paths].sort((one, other) => (isAfter(one, other) ? 1 : -1));
  const counts = { listed: 0, lists: 0, finds: 0 };
  const facts = { version: '', byteLength: 1, modifiedAtMs: 0 };
  const originals = {
    find(path: string) {
      counts.finds += 1;
      return Promise.resolve(sorted.includes(path) ? facts : undefined);
    },
    async *list({ prefix = '', after = '' } = {}) {
      counts.lists += 1;
      for (const path of sorted) {
        if (!path.startsWith(prefix) || (after !== '' && !isAfter(path, after))) continue;
        counts.listed += 1;
        await Promise.resolve();
        yield { ...facts, path };
      }
    },
  } as Partial<Originals> as Originals;
  return { originals, counts };
}

const numbered = (count: number, step = 1) =>
  Array.from({ length: count }, (_, at) => `img/${String(at * step).padStart(6, '0')}.png`);

it('tells by one list which of many are there', async () => {
  const { originals, counts } = originalsOf(numbered(5_000, 2));
  const taken = new TakenPaths(originals, 'img/');
  const there: string[] = [];
  for (const path of numbered(9_000)) if (await taken.has(path)) there.push(path);
  expect(there).toEqual(numbered(4_500, 2));
  expect(counts).toMatchObject({ lists: 1, finds: 0 });
});

it('does not go through a million for the sake of three', async () => {
  const { originals, counts } = originalsOf(numbered(100_000));
  const taken = new TakenPaths(originals, '');
  expect(await taken.has('img/040000.png')).toBe(true);
  expect(await taken.has('img/090000.png')).toBe(true);
  expect(await taken.has('img/090000.webp')).toBe(false);
  expect(await taken.has('zzz.png')).toBe(false);
  expect(counts.listed).toBeLessThan(10_000);
});

it('is right in whatever order one asks, and of whatever letters', async () => {
  const paths = [
    'a.png',
    'a/b.png',
    'a-b.png',
    'ä.png',
    '🙂.png',
    '🙂/a.png',
    '\uffee.png',
    'z.png',
    'Z.png',
  ];
  const { originals } = originalsOf(paths.filter((_, at) => at % 2 === 0));
  for (let turn = 0; turn < 20; turn += 1) {
    const taken = new TakenPaths(originals, '');
    const asked = [...paths.slice(turn % 9), ...paths.slice(0, turn % 9), ...paths].reverse();
    for (const path of asked) {
      expect([path, await taken.has(path)]).toEqual([path, paths.indexOf(path) % 2 === 0]);
    }
  }
});
