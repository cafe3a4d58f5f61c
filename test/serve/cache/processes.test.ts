import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { unpackEntry } from '../../../src/serve/cache/entry.ts';
import { startChild } from './support/children.ts';
import { makeFolder } from './support/folders.ts';
import { keyOf } from './support/images.ts';
import type { Report } from './support/sharing-process.ts';
import { keysOf } from './support/stores.ts';

const keys = 200;

it('two processes on one folder render each card once and never read half of one', async () => {
  const folder = makeFolder();
  const children = [1, 2].map(() => startChild('sharing-process.ts', [folder, String(keys)]));
  await Promise.all(children.map((child) => once(child.stdout, 'data'))); // both are ready
  for (const child of children) child.stdin.write('go');
  const reports = (await Promise.all(children.map((child) => text(child.stdout)))).map(
    (report) => JSON.parse(report) as Report,
  );

  for (const { reads, torn, wrong } of reports) {
    expect({ torn, wrong }).toEqual({ torn: 0, wrong: 0 });
    expect(reads).toBeGreaterThanOrEqual(keys);
  }
  const rendered = reports.flatMap(({ renders }) => Object.entries(renders));
  expect(new Map(rendered)).toEqual(new Map(Array.from({ length: keys }, (_, index) => [keyOf(index), 1])));
  expect(rendered).toHaveLength(keys);

  const store = new DiskStore({ folder, maxBytes: 1_000_000_000 });
  expect(await keysOf(store)).toEqual(Array.from({ length: keys }, (_, index) => keyOf(index)));
  for (let index = 0; index < keys; index += 1) {
    expect(unpackEntry((await store.get(keyOf(index)))!)).toBeDefined();
  }
  expect(readdirSync(folder).toSorted()).toEqual(['hits.log', 'plain']);
  const { hits, misses } = await store.readHits();
  expect(hits + misses).toBe(2 * keys);
}, 30_000);
