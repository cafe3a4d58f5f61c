import { BlobsServer } from '@netlify/blobs/server';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ImageCache } from '../../../../src/serve/cache/image-cache.ts';
import { NetlifyBlobStore } from '../../../../src/serve/cache/stores/netlify-blob-store.ts';
import { makeFolder } from '../support/folders.ts';
import { countingRender, key } from '../support/images.ts';
import { describeStore } from './conformance.ts';

const siteID = 'a-site';
const token = 'a-token';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function startServer() {
  const requests: string[] = [];
  const server = new BlobsServer({
    directory: makeFolder(),
    token,
    onRequest: ({ type }) => requests.push(type),
  });
  const { port } = await server.start();
  onTestFinished(() => server.stop().catch(() => {})); // a test may have stopped it
  return { server, requests, address: `http://localhost:${port}` };
}

/** As Netlify tells a function where its blobs are. */
function setContext(context: Record<string, string>) {
  vi.stubEnv('NETLIFY_BLOBS_CONTEXT', Buffer.from(JSON.stringify(context)).toString('base64'));
}

/** As the command line reaches them: with a token, over Netlify's API, for which the server stands in. */
function stubApi(address: string) {
  const realFetch = fetch;
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    realFetch(url.replace('https://api.netlify.com', address), init),
  );
}

describe.each<[string, (address: string, token: string) => NetlifyBlobStore]>([
  [
    'in a function',
    (address, token) => {
      setContext({ edgeURL: address, siteID, token });
      return new NetlifyBlobStore();
    },
  ],
  [
    'from the command line',
    (address, token) => {
      stubApi(address);
      return new NetlifyBlobStore({ siteID, token });
    },
  ],
])('the Netlify store', (place, open) => {
  describeStore(
    place,
    async () => {
      const { address } = await startServer();
      return {
        open: () => open(address, token),
        openUnreachable: () => open(address, 'wrong'),
      };
    },
    { countsHits: false },
  );
});

describe('the image cache over the Netlify store', () => {
  const ask = (options?: { storeTimeoutMs: number }) =>
    new ImageCache(new NetlifyBlobStore(), { memoryBytes: 1_000_000, ...options }).getOrRender(
      key,
      countingRender().render,
    );

  it('renders once, and finds the image from then on', async () => {
    const { address, requests } = await startServer();
    setContext({ edgeURL: address, siteID, token });
    expect(await ask()).toMatchObject({ origin: 'rendered', isStored: true });
    expect((await ask()).origin).toBe('store');
    expect(requests).toEqual(['get', 'set', 'get']);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'the server is down',
      async () => {
        const { address, server } = await startServer();
        await server.stop();
        setContext({ edgeURL: address, siteID, token });
      },
    ],
    [
      'the token is wrong',
      async () => setContext({ edgeURL: (await startServer()).address, siteID, token: 'wrong' }),
    ],
    ['nothing says where the store is', () => Promise.resolve()],
    ['what says so is garbage', () => Promise.resolve(void vi.stubEnv('NETLIFY_BLOBS_CONTEXT', '%%%'))],
  ])('gives the image when %s', async (_name, breakIt) => {
    await breakIt();
    const card = await ask();
    expect(card.image.bytes.toString()).toBe('a picture');
    expect(card).toMatchObject({ origin: 'rendered', isStored: false });
    expect(console.error).toHaveBeenCalled();
  });
});
