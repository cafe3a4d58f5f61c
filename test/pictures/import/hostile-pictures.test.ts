import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { FolderSource } from '../../../src/pictures/import/folder-source.ts';
import { S3Source } from '../../../src/pictures/import/s3-source.ts';
import { foreign, refused } from '../../card/pictures/support/hostile-files.ts';
import { S3Server } from '../../support/aws/s3-server.ts';
import { makeFolder } from '../../support/folder.ts';
import { pathsOf } from '../originals/conformance.ts';
import { emptyOriginals, imported } from './support/importing.ts';

/** Larger than what strangers may show on a card, and no matter of a site's own pictures. */
const takenHere = [/6,000 × 6,000/, /1 × 16,385/, /pixels of eight bytes/];

let files: Record<string, Buffer>;
let s3: S3Server;
beforeAll(async () => {
  const hostile = Object.entries({ ...foreign, ...refused });
  const made = hostile
    .filter(([name]) => !takenHere.some((taken) => taken.test(name)))
    .map(async ([, make], at) => [`${at % 2 ? 'named/' : ''}${at}.png`, Buffer.from(await make())] as const);
  files = Object.fromEntries(await Promise.all(made));
  s3 = await S3Server.start();
});
afterAll(() => s3.stop());
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

const none = { stored: 0, there: 0, failed: 0, ignored: 0 };

it('of hostile pictures in a folder none is stored, and each is told why', async () => {
  const { originals } = emptyOriginals();
  const source = new FolderSource({ folder: makeFolder(files) });
  const { summary, entries } = await imported({ source, originals });
  expect(summary).toMatchObject({ ...none, refused: Object.keys(files).length });
  expect(entries.filter(({ reason }) => !reason)).toEqual([]);
  expect(await pathsOf(originals)).toEqual([]);
});

it('of hostile pictures in a bucket none is stored, whatever type they are sent with', async () => {
  for (const [key, body] of Object.entries(files)) {
    const headers = { 'content-type': 'image/png' };
    s3.objects().set(key, { body, headers, checksums: {}, etag: '"1"', lastModified: new Date() });
  }
  const { originals } = emptyOriginals();
  const source = new S3Source({ bucket: 'cards', prefix: '', endpoint: s3.endpoint, timeoutMs: 20_000 });
  const { summary } = await imported({ source, originals });
  expect(summary).toMatchObject({ ...none, refused: Object.keys(files).length });
  expect(await pathsOf(originals)).toEqual([]);
});
