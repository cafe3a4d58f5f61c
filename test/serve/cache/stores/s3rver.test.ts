import S3rver from 's3rver';
import { expect, it, onTestFinished, vi } from 'vitest';
import { unpackEntry } from '../../../../src/serve/cache/entry.ts';
import { purge } from '../../../../src/serve/cache/purge.ts';
import { S3Store } from '../../../../src/serve/cache/stores/s3-store.ts';
import { makeFolder } from '../support/folders.ts';
import { key, keyOf, packed } from '../support/images.ts';
import { keysOf } from '../support/stores.ts';

const path = 'og/BBBBBBBBBBBBBBBBBBBBBB.jpg';

async function startOther(): Promise<S3Store> {
  const configureBuckets = [{ name: 'cards' }];
  const options = { port: 0, address: '127.0.0.1', directory: makeFolder(), silent: true, configureBuckets };
  const server = new S3rver(options);
  const { port } = await server.run();
  onTestFinished(() => server.close());
  vi.stubEnv('AWS_REGION', 'us-east-1');
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'S3RVER');
  onTestFinished(() => void vi.unstubAllEnvs());
  const endpoint = `http://127.0.0.1:${port}`;
  return new S3Store({ bucket: 'cards', prefix: 'site/', sealed: '/og/', endpoint, timeoutMs: 20_000 });
}

// Ours answers as AWS documents; this one was written by others, and knows no conditions.
it('an S3 that is not ours keeps images, lists and gives them back, and has them purged', async () => {
  const store = await startOther();
  await store.set(key, packed('under its path', { quality: 80 }), path);
  await store.set(keyOf(1), packed(Buffer.alloc(300_000, 'x')));
  expect(unpackEntry((await store.get(key, path))!)).toMatchObject({ quality: 80, width: 1200 });
  expect(unpackEntry((await store.get(keyOf(1)))!)!.bytes).toHaveLength(300_000);
  expect(await store.get(keyOf(2))).toBeUndefined();
  expect([await store.has(key, path), await store.has(keyOf(2), path)]).toEqual([true, false]);
  expect(await keysOf(store)).toEqual([`/${path}`, keyOf(1)]);
  expect(await purge(store, { template: 'plain' })).toBe(2);
  expect(await keysOf(store)).toEqual([]);
  await (await store.claim(key, 1_000))!();
});
