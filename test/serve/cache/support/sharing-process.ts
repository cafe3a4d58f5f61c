// One of several processes on one folder: asks for so many keys, reading meanwhile what the others write.
import { setTimeout as pause } from 'node:timers/promises';
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { unpackEntry } from '../../../../src/serve/cache/entry.ts';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { countingRender, keyOf } from './images.ts';

/** What a process tells when it is done. */
export interface Report {
  readonly renders: Record<string, number>;
  readonly reads: number;
  readonly torn: number;
  readonly wrong: number;
}

const [folder, keys] = process.argv.slice(2) as [string, string];
const store = new DiskStore({ folder, maxBytes: 1_000_000_000 });
const cache = new ImageCache(store, { memoryBytes: 1, storeTimeoutMs: 60_000 });
const renders: Record<string, number> = {};
let reads = 0;
let torn = 0;
let wrong = 0;

process.stdout.write('ready\n');
await new Promise((go) => process.stdin.once('data', go));
for (let index = 0; index < Number(keys); index += 1) await ask(index);
await cache.close();
process.stdout.write(JSON.stringify({ renders, reads, torn, wrong } satisfies Report));
process.stdin.destroy();

async function ask(index: number): Promise<void> {
  const key = keyOf(index);
  // Both write different bytes, so that a mixture of the two is no valid entry.
  const content = Buffer.alloc(100_000 + index, `${index} of ${process.pid},`);
  const work = cache.getOrRender(key, async (signal) => {
    renders[key] = (renders[key] ?? 0) + 1;
    await pause(2);
    return countingRender(content).render(signal);
  });
  for (const each of [key, keyOf(Math.max(0, index - 1)), keyOf(index + 1)]) await read(each);
  if (!(await work).image.bytes.toString('latin1', 0, 10).startsWith(`${index} of `)) wrong += 1;
  await read(key);
}

async function read(key: string): Promise<void> {
  const file = await store.get(key);
  if (!file) return;
  reads += 1;
  if (!unpackEntry(file)) torn += 1;
}
