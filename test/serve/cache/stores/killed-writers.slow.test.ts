import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { unpackEntry } from '../../../../src/serve/cache/entry.ts';
import { startChild } from '../support/children.ts';
import { makeFolder } from '../support/folders.ts';
import { keyOf } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';

const kills = Number(process.env['KILLS'] ?? 100);
const atOnce = 4;
const longestLifeMs = 5;

it('a hundred processes killed while they write leave no half image, and what they leave is swept up', async () => {
  const folder = makeFolder();
  const compiled = { NODE_COMPILE_CACHE: makeFolder() };
  const store = new DiskStore({ folder, maxBytes: 1_000_000_000 });
  let left = kills;
  let killed = 0;
  let reads = 0;
  let corrupt = 0;

  const start = (...writes: string[]) => startChild('killed-writer.ts', [folder, ...writes], compiled);

  async function killOne() {
    const child = start();
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await pause(Math.random() * longestLifeMs);
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [number | null, string | null];
    if (signal === 'SIGKILL') killed += 1;
  }

  async function readAll() {
    for (const key of await keysOf(store)) {
      const file = await store.get(key);
      reads += 1;
      if (!unpackEntry(file!)) corrupt += 1;
    }
  }

  async function killInTurn() {
    while (left > 0) {
      left -= 1;
      await killOne();
      if (left % 10 === 0) await readAll();
    }
  }

  // What Node compiled is kept only by a process that ends well, and half of a short life would go on it.
  await once(start('1').stdout.resume(), 'end');
  await Promise.all(Array.from({ length: atOnce }, killInTurn));
  await readAll();
  expect({ killed, corrupt }).toEqual({ killed: kills, corrupt: 0 });
  expect(reads).toBeGreaterThan(kills / 10);

  // Each child swept up after those before it, so it takes one more that was caught in the middle.
  const unfinished = () => readdirSync(folder).filter((name) => name.startsWith('writing-'));
  while (unfinished().length === 0) await killOne();
  await readAll();
  expect(corrupt).toBe(0);
  await new DiskStore({ folder, maxBytes: 1_000_000_000 }).set(keyOf(99), Buffer.from('x'));
  expect(unfinished()).toEqual([]);
  expect(readdirSync(join(folder, 'plain', 'og')).every((name) => name.endsWith('.card'))).toBe(true);
});
