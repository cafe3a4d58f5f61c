import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fetchImage, type FetchImageOptions } from '../../../src/card/pictures/fetch-image.ts';
import { host, startPictureServer, startTrap } from './support/picture-server.ts';

async function fetchFrom(answer: RequestListener, options: Partial<FetchImageOptions> = {}, url = '/a.png') {
  const { network, ...server } = await startPictureServer(answer);
  const all = { allowedHosts: [host], network, ...options };
  return {
    ...server,
    fetched: await fetchImage(`https://${host}${url}`, all).catch((error: unknown) => error),
  };
}

/** Answers with a redirect to each of these in turn, and then with the picture. */
function redirecting(...locations: string[]): RequestListener {
  return (_request, response) => {
    const location = locations.shift();
    if (location === undefined) response.end('a picture');
    else response.writeHead(302, { location }).end('not the picture');
  };
}

/** Bytes for as long as anybody listens. */
function pour(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
  };
  response.on('drain', more).on('error', () => {});
  more();
}

const unavailable = (reason: string) => ({ code: 'image_unavailable', status: 502, reason });

it('gives the bytes', async () => {
  const { fetched, state } = await fetchFrom(
    (_request, response) => response.end('a picture'),
    {},
    '/a%20b?c=d#e',
  );
  expect((fetched as Buffer).toString()).toBe('a picture');
  expect(state.requests).toEqual([
    {
      url: '/a%20b?c=d',
      headers: {
        accept: 'image/png, image/jpeg, image/webp',
        'accept-encoding': 'identity',
        connection: 'close',
        host,
        'user-agent': 'Cardstock (pictures for Open Graph cards)',
      },
    },
  ]);
});

it('takes no cookie from one hop to the next', async () => {
  const { state } = await fetchFrom((request, response) => {
    const headers = { 'set-cookie': 'a=b', location: '/b.png' };
    if (request.url === '/a.png') response.writeHead(307, headers).end();
    else response.end('a picture');
  });
  expect(state.requests[1]?.headers).toEqual(state.requests[0]?.headers);
});

it('opens a connection for each hop and leaves none open', async () => {
  const { state, sockets } = await fetchFrom(redirecting('/b.png', '/c.png'));
  expect(state.connections).toBe(3);
  await vi.waitFor(() => expect(Array.from(sockets).filter((socket) => !socket.destroyed)).toEqual([]));
});

it('passes every proxy of the environment by', async () => {
  const sentinel = await startTrap();
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'HTTP_PROXY']) {
    vi.stubEnv(name, `http://127.0.0.1:${sentinel.port}`);
  }
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  const { fetched } = await fetchFrom((_request, response) => response.end('a picture'));
  expect((fetched as Buffer).toString()).toBe('a picture');
  expect(sentinel.contacts).toBe(0);
});

it.each([
  ['relative', '/b.png'],
  ['relative to its folder', 'b.png'],
  ['without a scheme', `//${host}/b.png`],
  ['absolute', `https://${host}/b.png`],
])('follows a redirect that is %s', async (_name, location) => {
  const { fetched, state } = await fetchFrom(redirecting(location));
  expect((fetched as Buffer).toString()).toBe('a picture');
  expect(state.requests.map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
});

it('follows a redirect to another host of the list, which is asked for by its own name', async () => {
  const other = 'other.example.test';
  const { fetched, state } = await fetchFrom(redirecting(`https://${other}/b.png`), {
    allowedHosts: [host, other],
  });
  expect((fetched as Buffer).toString()).toBe('a picture');
  expect(state.requests.map(({ headers }) => headers['host'])).toEqual([host, other]);
});

it.each([301, 302, 303, 307, 308])('follows a %d', async (status) => {
  const { fetched } = await fetchFrom((request, response) => {
    if (request.url === '/b.png') response.end('a picture');
    else response.writeHead(status, { location: '/b.png' }).end();
  });
  expect((fetched as Buffer).toString()).toBe('a picture');
});

it.each([
  'http://images.example.test/b.png',
  'https://other.example.test/b.png',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://metadata.google.internal/',
  'https://localhost/',
  'https://images.example.test./',
  'https://images.example.test:8443/',
  'https://user@images.example.test/',
  '//127.0.0.1/',
  '\\\\127.0.0.1\\',
  '/\\127.0.0.1/',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'gopher://127.0.0.1:6379/',
])('does not follow a redirect to %s', async (location) => {
  const { fetched, state } = await fetchFrom(redirecting(location));
  expect(fetched).toMatchObject(unavailable('it redirects to what is not allowed'));
  expect(state.requests).toHaveLength(1);
  expect(state.connections).toBe(1);
});

it.each(['', 'https://', 'https://[', '//:0'])('is led nowhere by a redirect to "%s"', async (location) => {
  const { fetched } = await fetchFrom(redirecting(location));
  expect(fetched).toMatchObject(unavailable('it redirects to nowhere'));
});

it('checks the third redirect as the first', async () => {
  const { fetched, state } = await fetchFrom(redirecting('/b.png', '/c.png', 'https://127.0.0.1/'));
  expect(fetched).toMatchObject(unavailable('it redirects to what is not allowed'));
  expect(state.connections).toBe(3);
});

it('follows three redirects and not four', async () => {
  const three = await fetchFrom(redirecting('/1', '/2', '/3'));
  expect((three.fetched as Buffer).toString()).toBe('a picture');
  const four = await fetchFrom(redirecting('/1', '/2', '/3', '/4'));
  expect(four.fetched).toMatchObject(unavailable('it redirects more than 3 times'));
  expect(four.state.connections).toBe(4);
});

it('leaves a loop', async () => {
  const { fetched, state } = await fetchFrom((_request, response) =>
    response.writeHead(301, { location: '/a.png' }).end(),
  );
  expect(fetched).toMatchObject(unavailable('it redirects more than 3 times'));
  expect(state.connections).toBe(4);
});

it.each([204, 206, 300, 304, 400, 401, 403, 404, 429, 500, 503])('a %d is no picture', async (status) => {
  const { fetched } = await fetchFrom((_request, response) => response.writeHead(status).end());
  expect(fetched).toMatchObject(unavailable(`it was answered with ${status}`));
});

it('an empty body is no picture', async () => {
  const { fetched } = await fetchFrom((_request, response) => response.end());
  expect(fetched).toMatchObject(unavailable('it is empty'));
});

it.each(['gzip', 'br', 'deflate', 'zstd', 'x-gzip', 'identity, gzip'])(
  'a body in %s is refused',
  async (encoding) => {
    const { fetched } = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync(Buffer.alloc(1_000_000)));
    });
    expect(fetched).toMatchObject(unavailable('it came compressed'));
  },
);

it('ends a body that is dripped', async () => {
  const { fetched } = await fetchFrom(
    (_request, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    },
    { timeoutMs: 250 },
  );
  expect(fetched).toMatchObject(unavailable('it took longer than 250 ms'));
});

it('ends headers that are dripped', async () => {
  const { fetched } = await fetchFrom(
    ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('x-a: b\r\n'), 20);
      socket.on('close', () => clearInterval(drip));
    },
    { timeoutMs: 250 },
  );
  expect(fetched).toMatchObject(unavailable('it took longer than 250 ms'));
});

it('has one deadline for all hops together', async () => {
  const answer = redirecting('/1', '/2', '/3');
  const slowly: RequestListener = (request, response) =>
    void setTimeout(() => answer(request, response), 200);
  const { fetched } = await fetchFrom(slowly, { timeoutMs: 500 });
  expect(fetched).toMatchObject(unavailable('it took longer than 500 ms'));
});

it('does not wait for a server that takes a connection and is silent', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const network = {
    port,
    mayConnectTo: () => true,
    lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  };
  const fetched = fetchImage(`https://${host}/`, { allowedHosts: [host], network, timeoutMs: 100 });
  await expect(fetched).rejects.toMatchObject(unavailable('it took longer than 100 ms'));
});

it('ends with the reason of the caller who goes away', async () => {
  const caller = new AbortController();
  const reason = new Error('gone');
  const { fetched } = await fetchFrom(() => caller.abort(reason), { signal: caller.signal });
  expect(fetched).toBe(reason);
});

it('does not begin for a caller who is gone', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  const { fetched, state } = await fetchFrom((_request, response) => response.end('a picture'), { signal });
  expect(fetched).toBe(signal.reason);
  expect(state.requests).toEqual([]);
});

it('ends a body without end at the limit', async () => {
  const { fetched, sockets } = await fetchFrom((_request, response) => pour(response), { maxBytes: 300_000 });
  expect(fetched).toMatchObject(unavailable('it has more than 300000 bytes'));
  await vi.waitFor(() => expect(Array.from(sockets).every((socket) => socket.destroyed)).toBe(true));
});

it('ends a body without end at 5 MB where nothing else is said', async () => {
  const { fetched } = await fetchFrom((_request, response) => pour(response), { timeoutMs: 20_000 });
  expect(fetched).toMatchObject(unavailable('it has more than 5000000 bytes'));
});

it('takes a body of just the limit and not of a byte more', async () => {
  const just = await fetchFrom((_request, response) => response.end('x'.repeat(1000)), { maxBytes: 1000 });
  expect((just.fetched as Buffer).length).toBe(1000);
  const more = await fetchFrom((_request, response) => response.write('x'.repeat(1001)), { maxBytes: 1000 });
  expect(more.fetched).toMatchObject(unavailable('it has more than 1000 bytes'));
});

it('does not wait for what is announced as too large', async () => {
  const { fetched } = await fetchFrom((_request, response) => {
    response.writeHead(200, { 'content-length': 5_000_001 }).flushHeaders();
  });
  expect(fetched).toMatchObject(unavailable('it has more than 5000000 bytes'));
});

it('a body that ends before its announced length is no picture', async () => {
  const { fetched } = await fetchFrom(({ socket }) => {
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf a picture');
  });
  expect(fetched).toMatchObject(unavailable('the connection failed'));
});

it('a body that goes on behind its announced length is cut there', async () => {
  const { fetched } = await fetchFrom(({ socket }) => {
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\na picture and more');
  });
  expect((fetched as Buffer).toString()).toBe('a picture');
});

it.each([
  ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
  ['nothing', ''],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  [
    'a length and chunks',
    'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n',
  ],
  ['a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\na'],
  ['chunks that break off', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\na'],
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
  ['endless headers', `HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(100)}\r\na`],
])('a server that answers with %s fails', async (_name, answer) => {
  const { fetched } = await fetchFrom(({ socket }) => void socket.end(answer));
  expect(fetched).toMatchObject(unavailable('the connection failed'));
});

it('a certificate nobody vouches for is refused, whatever the environment says', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const { network, state } = await startPictureServer((_request, response) => response.end('a picture'));
  const fetched = fetchImage(`https://${host}/`, { allowedHosts: [host], network: { ...network, ca: '' } });
  await expect(fetched).rejects.toMatchObject(unavailable('the connection failed'));
  expect(state.requests).toEqual([]);
});

it('a certificate of another name is refused', async () => {
  const { network, state } = await startPictureServer((_request, response) => response.end('a picture'));
  const fetched = fetchImage('https://third.example.test/', { allowedHosts: ['*.example.test'], network });
  await expect(fetched).rejects.toMatchObject(unavailable('the connection failed'));
  expect(state.requests).toEqual([]);
});
