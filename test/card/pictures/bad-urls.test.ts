import { afterAll, beforeAll, expect, it } from 'vitest';
import { ImageNotAllowedError } from '../../../src/errors.ts';
import { fetchImage } from '../../../src/card/pictures/fetch-image.ts';
import { resolveImage } from '../../../src/card/pictures/resolve-image.ts';
import { badUrls, hostsOffTheList } from './support/bad-urls.ts';
import { type Sentinel, startSentinel } from '../../support/sentinel.ts';
import { answering, host } from './support/picture-server.ts';

let sentinel: Sentinel;
beforeAll(async () => void (sentinel = await startSentinel()));
afterAll(() => sentinel.close());

/** A network on which every name leads to the sentinel, and nothing minds. */
function openNetwork() {
  const names: string[] = [];
  const network = {
    lookup: (hostname: string) => {
      names.push(hostname);
      return answering('127.0.0.1')(hostname);
    },
    mayConnectTo: () => true,
    port: sentinel.port,
  };
  return { network, names };
}

const hostOf = (url: string) => (URL.canParse(url) ? [new URL(url).hostname] : []);

it('knows well over 150 of them', () => {
  expect(new Set(Object.values(badUrls).flat()).size).toBeGreaterThan(180);
});

it.each(Object.entries(badUrls))('%s is refused before any name is looked up', async (_name, urls) => {
  const { network, names } = openNetwork();
  const options = { timeoutMs: 500, network };
  const accepted: string[] = [];
  for (const url of urls) {
    const allowedHosts = [host, 'evil.test', '*.evil.test', ...hostOf(url)];
    const outcome = await fetchImage(url, { ...options, allowedHosts }).catch((error: unknown) => error);
    if (!(outcome instanceof ImageNotAllowedError)) accepted.push(url);
  }
  expect(accepted).toEqual([]);
  expect(names).toEqual([]);
});

it('a host that is not on the list is refused, however much it resembles one', async () => {
  const { network, names } = openNetwork();
  const allowedHosts = [host, '*.wild.example.test'];
  const accepted: string[] = [];
  for (const other of hostsOffTheList) {
    const fetched = fetchImage(`https://${other}/a.png`, { allowedHosts, network, timeoutMs: 500 });
    if (!((await fetched.catch((error: unknown) => error)) instanceof ImageNotAllowedError)) {
      accepted.push(other);
    }
  }
  expect(accepted).toEqual([]);
  expect(names).toEqual([]);
});

it('nothing of all this has reached the sentinel', async () => {
  await sentinel.untilQuiet();
  expect(sentinel.contacts).toBe(0);
});

it.each([[''], ['*'], ['*.'], ['*.test'], ['.example.test'], ['example.*'], ['https://images.example.test']])(
  'the list %j allows nothing',
  async (...allowedHosts) => {
    const { network, names } = openNetwork();
    const fetched = fetchImage(`https://${host}/a.png`, { allowedHosts, network });
    await expect(fetched).rejects.toThrow(ImageNotAllowedError);
    expect(names).toEqual([]);
  },
);

it.each([
  ['images.example.test', `https://${host}/a.png`],
  ['IMAGES.example.test', `https://${host}:443/a.png?b=//c@d#e`],
  ['images.example.test', 'HTTPS://Images.Example.TEST'],
  ['*.example.test', `https://${host}/`],
  ['*.example.test', 'https://a.b.example.test/'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
  ['xn--bcher-kva.example', 'https://BÜCHER.example/'],
])('the list "%s" allows %s', async (pattern, url) => {
  const { network, names } = openNetwork();
  const fetched = fetchImage(url, { allowedHosts: [pattern], network, timeoutMs: 500 });
  await expect(fetched).rejects.toMatchObject({ code: 'image_unavailable' }); // the sentinel speaks no TLS
  expect(names).toEqual([new URL(url).hostname]);
});

it.each(['.', '..', '.a.', 'a..', ''])(
  'the list "*.wild.example.test" does not allow "%s" before it',
  async (labels) => {
    const { network, names } = openNetwork();
    const url = `https://${labels}wild.example.test/`;
    const fetched = fetchImage(url, { allowedHosts: ['*.wild.example.test'], network });
    await expect(fetched).rejects.toThrow(ImageNotAllowedError);
    expect(names).toEqual([]);
  },
);

it('a source with any other scheme is refused, whatever folder and hosts there are', async () => {
  const { network } = openNetwork();
  const options = { allowedHosts: [host], rootFolder: '/', network };
  for (const url of badUrls['another scheme']!.filter((source) => !source.startsWith('data:'))) {
    await expect(resolveImage(url, options), url).rejects.toThrow(ImageNotAllowedError);
  }
});

it('an empty list allows nothing', async () => {
  const { network, names } = openNetwork();
  await expect(fetchImage(`https://${host}/a.png`, { allowedHosts: [], network })).rejects.toThrow(
    ImageNotAllowedError,
  );
  expect(names).toEqual([]);
});
