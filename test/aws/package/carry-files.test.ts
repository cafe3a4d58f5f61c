import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { carryFiles } from '../../../src/aws/package/carry-files.ts';
import { makeFolder } from '../../support/folder.ts';

it('files lie as far from each other as they lay, links are links, and all are counted', async () => {
  const from = makeFolder({ 'site/a.mjs': 'one', 'site/below/b.mjs': 'four', 'other/c.mjs': 'no' });
  symlinkSync('below', join(from, 'site/link'));
  const to = join(makeFolder(), 'renderer');
  const files = ['site/a.mjs', 'site/below/b.mjs', 'site/link'].map((file) => join(from, file));
  const { base, bytes } = await carryFiles(files, to);
  expect(base).toBe(join(from, 'site'));
  expect(bytes).toBe('one'.length + 'four'.length + 'below'.length);
  expect(readFileSync(join(to, 'link/b.mjs'), 'utf8')).toBe('four');
  expect(lstatSync(join(to, 'link')).isSymbolicLink()).toBe(true);
});

it('folders whose names begin alike have no more in common', async () => {
  const from = makeFolder({ 'site/a.mjs': '', 'site-two/b.mjs': '' });
  const files = ['site/a.mjs', 'site-two/b.mjs'].map((file) => join(from, file));
  expect((await carryFiles(files, join(from, 'out'))).base).toBe(from);
});
