import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readManifest, writeManifest } from '../../../src/site/build/manifest.ts';

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const restore = { digest: 'of the page', taken: [{ at: 7, bytes: 'T3ds' }] };
const page = { digest: 'of the file', facts: undefined, restore };

it('what is remembered of a page holds for the next run', async () => {
  const folder = cacheFolder();
  await writeManifest(folder, { site: 'x', pages: new Map([['a.html', page]]), images: new Map() });
  expect((await readManifest(folder)).pages.get('a.html')).toEqual(page);
});

it('a page that was read in another way is read again, and gets back what was taken out of it', async () => {
  const folder = cacheFolder();
  const file = join(folder, 'manifest.json');
  await writeManifest(folder, { site: 'x', pages: new Map([['a.html', page]]), images: new Map() });
  const written = readFileSync(file, 'utf8');
  writeFileSync(file, written.replace(/"reading":\d+,/, ''));
  expect((await readManifest(folder)).pages.get('a.html')).toEqual({ ...page, digest: '' });
});
