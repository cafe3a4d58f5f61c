import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { ListSource, pathOfAddress } from '../../../src/pictures/import/list-source.ts';
import type { Network } from '../../../src/system/network/network.ts';
import { badUrls } from '../../card/pictures/support/bad-urls.ts';
import { answering, host, startPictureServer } from '../../card/pictures/support/picture-server.ts';
import { goodPng } from '../../card/pictures/support/pictures.ts';
import { pathsOf } from '../originals/conformance.ts';
import { emptyOriginals, imported } from './support/importing.ts';

const listOf = (lines: readonly string[], network?: Network) =>
  new ListSource({
    description: 'a list',
    open: () => Readable.from([lines.join('\n')]),
    isFile: true,
    network,
  });

it('each address of a list is fetched and kept under its host and path, or under the path behind it', async () => {
  const png = await goodPng();
  const { network, state } = await startPictureServer((request, response) => {
    response.writeHead(request.url === '/gone.png' ? 404 : 200).end(png);
  });
  const list = listOf(
    [
      '\uFEFF# a remark',
      `https://${host}/blog/a.png`,
      '',
      `  https://${host}/b.png?token=secret   covers/my cover.png  \r`,
      `https://${host}/avatar`,
      `https://${host}/gone.png`,
    ],
    network,
  );
  const { originals } = emptyOriginals();
  const { summary, entries, by } = await imported({ source: list, originals });
  expect(summary).toMatchObject({ stored: 3, failed: 1 });
  const paths = ['covers/my cover.png', `${host}/avatar.png`, `${host}/blog/a.png`];
  expect(await pathsOf(originals)).toEqual(paths);
  expect(by(`https://${host}/gone.png`)).toMatchObject({
    outcome: 'failed',
    reason: 'it was answered with 404',
  });
  expect(JSON.stringify(entries)).not.toContain('secret');
  expect(await list.count!(new AbortController().signal)).toBe(4);
  const asked = state.requests.length;
  expect((await imported({ source: list, originals })).summary).toMatchObject({ there: 3, failed: 1 });
  expect(state.requests.length).toBe(asked + 1);
});

it('no address of a list leads anywhere but to a public host over https', async () => {
  const lines = Object.values(badUrls)
    .flat()
    .filter((url) => /^\S+$/.test(url) && !url.startsWith('#'));
  const { originals } = emptyOriginals();
  const lookup: Network['lookup'] = (name) => Promise.reject(new Error(`${name} was looked up`));
  const nowhere = { lookup, mayConnectTo: () => false, port: 443 };
  const { summary, entries } = await imported({ source: listOf(lines, nowhere), originals });
  expect(summary).toMatchObject({ refused: lines.length, failed: 0 });
  expect(entries.filter(({ reason }) => reason?.includes('looked up'))).toEqual([]);
  const inside = { lookup: answering('169.254.169.254'), mayConnectTo: () => false, port: 443 };
  const list = listOf(['https://metadata.example.test/latest/a.png'], inside);
  expect((await imported({ source: list, originals })).summary).toMatchObject({ failed: 1 });
  expect(await pathsOf(originals)).toEqual([]);
});

it.each([
  ['https://example.com/blog/photo.jpg', 'example.com/blog/photo.jpg'],
  ['https://EXAMPLE.com/a%20b/%C3%BC.jpg', 'example.com/a b/ü.jpg'],
  ['https://example.com/avatar/', 'example.com/avatar'],
  ['https://example.com/', 'example.com'],
  ['https://example.com/100%.jpg', 'example.com/100%.jpg'],
  ['https://example.com/photo.jpg?w=800', 'example.com/photo-c7a476a2.jpg'],
  ['https://example.com/photo.jpg?w=400', 'example.com/photo-ea4e1f28.jpg'],
  ['https://example.com/photo?w=800', 'example.com/photo-c7a476a2'],
  ['https://example.com/photo.jpg#top', 'example.com/photo.jpg'],
  ['no address', 'no address'],
])('%s is kept as %s', (address, path) => {
  expect(pathOfAddress(address)).toBe(path);
});
