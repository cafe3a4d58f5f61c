import type { LookupAddress } from 'node:dns';
import { expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/system/network/addresses.ts';
import { fetchImage } from '../../../src/card/pictures/fetch-image.ts';
import { answering, asAnswer, host, startPictureServer, startTrap } from './support/picture-server.ts';

const url = `https://${host}/a.png`;
const unavailable = { code: 'image_unavailable', status: 502 };

const forbidden = [
  ['127.0.0.1'],
  ['127.8.8.8'],
  ['0.0.0.0'],
  ['::1'],
  ['::'],
  ['::ffff:127.0.0.1'],
  ['::ffff:7f00:1'],
  ['::127.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['2002:7f00:1::1'],
  ['169.254.169.254'],
  ['168.63.129.16'],
  ['10.0.0.1'],
  ['100.64.0.1'],
  ['fd00:ec2::254'],
  ['fe80::1%lo'],
  ['127.0.0.1', '8.8.8.8'],
  ['2606:4700:4700::1111', '::1'],
  ['127.0.0.1', '::1', '10.0.0.1'],
  ['localhost'],
  [''],
  [],
];

it('no name that resolves to an address of ours is connected to', async () => {
  const sentinel = await startTrap();
  for (const addresses of forbidden) {
    const network = { lookup: answering(...addresses), mayConnectTo: isPublicAddress, port: sentinel.port };
    const fetched = fetchImage(url, { allowedHosts: [host], network });
    await expect(fetched, addresses.join()).rejects.toMatchObject({
      ...unavailable,
      publicMessage: 'A picture of this card could not be had.',
      reason: expect.stringMatching(/^its host has (no address|an address that is not public)$/) as string,
    });
  }
  await sentinel.untilQuiet();
  expect(sentinel.contacts).toBe(0);
});

it('a public address does not excuse the private one behind it', async () => {
  const { network, state } = await startPictureServer((_request, response) => response.end('a picture'));
  const lookup = answering('127.0.0.1', '10.0.0.1'); // the first of them is fine here
  await expect(fetchImage(url, { allowedHosts: [host], network: { ...network, lookup } })).rejects.toThrow();
  expect(state.connections).toBe(0);
});

it('a name is looked up once, and the address that was checked is the one connected to', async () => {
  const { network } = await startPictureServer((_request, response) => response.end('a picture'));
  const sentinel = await startTrap();
  const answers = [['127.0.0.1'], ['::1'], ['::1']];
  let lookups = 0;
  const lookup = (): Promise<LookupAddress[]> => Promise.resolve((answers[lookups++] ?? []).map(asAnswer));
  const bytes = await fetchImage(url, { allowedHosts: [host], network: { ...network, lookup } });
  expect(bytes.toString()).toBe('a picture');
  expect(lookups).toBe(1);
  expect(sentinel.contacts).toBe(0);
});

it.each(['::1', '127.0.0.2', '::ffff:127.0.0.1', '10.0.0.1'])(
  'a name that leads to %s when it is asked again for a redirect is not followed there',
  async (rebound) => {
    const { network, state } = await startPictureServer((_request, response) =>
      response.writeHead(302, { location: '/b.png' }).end(),
    );
    const answers = ['127.0.0.1', rebound];
    const lookup = () => Promise.resolve([asAnswer(answers.shift() ?? '127.0.0.1')]);
    const fetched = fetchImage(url, { allowedHosts: [host], network: { ...network, lookup } });
    await expect(fetched).rejects.toMatchObject({ reason: 'its host has an address that is not public' });
    expect(state.requests.map((request) => request.url)).toEqual(['/a.png']);
    expect(state.connections).toBe(1);
  },
);

it('a name that does not resolve is no picture, and says so to the log alone', async () => {
  const cause = new Error('getaddrinfo ENOTFOUND images.example.test');
  const network = { lookup: () => Promise.reject(cause), mayConnectTo: isPublicAddress, port: 443 };
  const fetched = fetchImage(url, { allowedHosts: [host], network });
  await expect(fetched).rejects.toMatchObject({ ...unavailable, cause });
  const error: unknown = await fetched.catch((thrown: unknown) => thrown);
  expect(JSON.stringify((error as { toPublic(): unknown }).toPublic())).not.toContain('example');
});

it('a name server that never answers is not waited for', async () => {
  const network = { lookup: () => new Promise<never>(() => {}), mayConnectTo: () => true, port: 443 };
  const fetched = fetchImage(url, { allowedHosts: [host], network, timeoutMs: 50 });
  await expect(fetched).rejects.toMatchObject({ reason: 'it took longer than 50 ms' });
});
