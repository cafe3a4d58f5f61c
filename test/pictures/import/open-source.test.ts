import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '../../../src/pictures/import/open-source.ts';
import type { ImportSource } from '../../../src/pictures/import/source.ts';
import { goodPng } from '../../card/pictures/support/pictures.ts';
import { makeFolder } from '../../support/folder.ts';

const png = await goodPng();
const elsewhere = { pictures: 's3://ours/pictures', prefix: '' };

async function pathsIn(source: ImportSource): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of source.list()) paths.push(path);
  return paths;
}

it('a source is what its name says', async () => {
  const folder = makeFolder({ 'a.png': png, 'list.txt': 'https://example.com/a.png\n' });
  const kinds = await Promise.all(
    [
      folder,
      join(folder, 'list.txt'),
      '-',
      'https://example.com/b.png',
      's3://theirs',
      's3://theirs/a b/c*',
    ].map(async (source) => (await openSource(source, elsewhere)).description),
  );
  expect(kinds).toEqual([
    `folder, ${folder}`,
    `the addresses in ${join(folder, 'list.txt')}`,
    'a list of addresses',
    'https://example.com/b.png',
    'S3, s3://theirs/',
    'S3, s3://theirs/a b/c',
  ]);
  expect(await pathsIn(await openSource(join(folder, 'list.txt'), elsewhere))).toEqual(['example.com/a.png']);
  expect(await pathsIn(await openSource('https://example.com/b.png', elsewhere))).toEqual([
    'example.com/b.png',
  ]);
});

it.each([
  ['nowhere', /is no folder, no list of addresses and no s3:\/\/bucket\/folder/],
  ['a.png', /is a picture: name the folder that it lies in/],
  ['s3://', /names no bucket/],
  ['s3://UPPER/a', /names no bucket/],
])('%s is refused with what would be right', async (source, message) => {
  const folder = makeFolder({ 'a.png': png });
  const named = source.startsWith('s3:') ? source : join(folder, source);
  await expect(openSource(named, elsewhere)).rejects.toThrow(message);
});

it('what the pictures go to is no part of where they come from, and not all of it', async () => {
  const folder = makeFolder({
    'a.png': png,
    'kept/b.png': png,
    'kept/tech/c.png': png,
    'kept-not/d.png': png,
  });
  const pictures = join(folder, 'kept');
  const into = (prefix: string) => ({ pictures, prefix });
  expect(await pathsIn(await openSource(folder, into('')))).toEqual(['a.png', 'kept-not/d.png']);
  expect(await pathsIn(await openSource(folder, into('tech/')))).toEqual([
    'a.png',
    'kept-not/d.png',
    'kept/b.png',
  ]);
  expect(await pathsIn(await openSource(join(pictures, 'tech'), into('')))).toEqual(['c.png']);
  await expect(openSource(pictures, into(''))).rejects.toThrow('is where the pictures go');
  await expect(openSource(join(pictures, 'tech'), into('tech/'))).rejects.toThrow('is where the pictures go');
  const bucket = { pictures: 's3://ours/pictures', prefix: '' };
  for (const source of ['s3://ours/pictures', 's3://ours/pictures/'])
    await expect(openSource(source, bucket)).rejects.toThrow('is where the pictures go');
  await expect(openSource('s3://ours/other', bucket)).resolves.toBeDefined();
});
