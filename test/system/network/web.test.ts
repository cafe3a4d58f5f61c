import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Web, type WebOptions } from '../../../src/system/network/web.ts';
import { answering, pour, type Respond, startServer } from '../../site/doctor/support/server.ts';

const asking = { userAgent: 'test', maxBytes: 100_000, timeoutMs: 5_000 };

function openWeb(options: WebOptions = { allowLocal: true }): Web {
  const web = new Web(options);
  onTestFinished(() => web.close());
  return web;
}

async function ask(respond: Respond, options: Partial<typeof asking> = {}) {
  const server = await startServer(respond);
  const asked = openWeb().ask(`${server.origin}/`, { ...asking, ...options });
  return { server, answer: await asked.catch((error: unknown) => error as { reason: string }) };
}

const unreachable = (reason: RegExp) => ({
  code: 'unreachable',
  reason: expect.stringMatching(reason) as string,
});

it('gives status, headers and bytes, and negotiates nothing', async () => {
  const { server, answer } = await ask((_request, response) =>
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not here'),
  );
  expect(answer).toMatchObject({ status: 404, bytes: Buffer.from('not here'), isCut: false, redirects: [] });
  const { host, connection, ...headers } = server.requests[0]!.headers;
  expect([host, connection]).toEqual([server.origin.slice('http://'.length), 'keep-alive']);
  expect(headers).toEqual({ accept: '*/*', 'accept-encoding': 'gzip, br', 'user-agent': 'test' });
});

it.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['GZIP', gzipSync],
] as const)('unpacks %s', async (encoding, pack) => {
  const { answer } = await ask((_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(pack('the words')),
  );
  expect(answer).toMatchObject({ status: 200, bytes: Buffer.from('the words') });
});

it.each(['gzip', 'br'] as const)('unpacks no more of %s than it may', async (encoding) => {
  const bomb = (encoding === 'gzip' ? gzipSync : brotliCompressSync)(Buffer.alloc(50_000_000));
  const { answer } = await ask((_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
  );
  expect(answer).toMatchObject({ isCut: true, bytes: { length: 100_000 } });
});

it.each([
  ['an unknown packing', { 'content-encoding': 'zstd' }, 'xyz', /encoding "zstd"/],
  ['what is not packed as it says', { 'content-encoding': 'gzip' }, 'xyz', /could not be unpacked/],
  [
    'half of what was packed',
    { 'content-encoding': 'gzip' },
    gzipSync('x'.repeat(99)).subarray(0, 15),
    /broke off/,
  ],
])('has no use for %s', async (_name, headers, body, reason) => {
  const { answer } = await ask((_request, response) => response.writeHead(200, headers).end(body));
  expect(answer).toMatchObject(unreachable(reason));
});

it('cuts a body without end, and hangs up', async () => {
  let sent = 0;
  const { answer, server } = await ask((_request, response) => {
    pour(response, Buffer.alloc(10_000));
    response.on('close', () => (sent = response.socket?.bytesWritten ?? 1));
  });
  expect(answer).toMatchObject({ isCut: true, bytes: { length: 100_000 } });
  await vi.waitFor(() => expect(sent).toBeGreaterThan(0));
  expect(server.requests).toHaveLength(1);
});

it('takes a body of just the limit as a whole one', async () => {
  const { answer } = await ask((_request, response) => response.end(Buffer.alloc(100_000)));
  expect(answer).toMatchObject({ isCut: false, bytes: { length: 100_000 } });
});

it.each([
  ['headers', (_request, response) => void response.on('close', () => {})],
  ['a body', (_request, response) => void response.writeHead(200).write('x')],
  [
    'a body by drops',
    (_request, response) => {
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    },
  ],
] as [string, Respond][])('does not wait for %s for longer than it may', async (_name, respond) => {
  const { answer } = await ask(respond, { timeoutMs: 150 });
  expect(answer).toMatchObject(unreachable(/^it took longer than 150 ms$/));
});

it('counts the time of all redirects together', async () => {
  const respond: Respond = (request, response) =>
    void setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 60);
  const { answer } = await ask(respond, { timeoutMs: 150 });
  expect(answer).toMatchObject(unreachable(/longer than 150 ms/));
});

it('follows five redirects and not six', async () => {
  const hop =
    (count: number): Respond =>
    (request, response) => {
      const at = Number(request.url!.slice(1));
      if (at === count) response.end('here');
      else response.writeHead([301, 302, 303, 307, 308][at % 5]!, { location: String(at + 1) }).end('gone');
    };
  const five = await ask(hop(5));
  const { origin } = five.server;
  expect(five.answer).toMatchObject({
    url: `${origin}/5`,
    redirects: [1, 2, 3, 4, 5].map((at) => `${origin}/${at}`),
  });
  const six = await ask(hop(6));
  expect(six.answer).toMatchObject(unreachable(/more than 5 times/));
  expect(six.server.requests).toHaveLength(6);
});

it.each([
  'file:///etc/passwd',
  'data:text/html,x',
  'ftp://example.com/',
  'gopher://example.com/',
  'javascript:1',
])('goes to %s neither by itself nor by a redirect', async (location) => {
  const { answer } = await ask((_request, response) => response.writeHead(302, { location }).end());
  expect(answer).toMatchObject({ code: 'address_not_allowed' });
  await expect(openWeb().ask(location, asking)).rejects.toMatchObject({ code: 'address_not_allowed' });
});

it.each(['http://user@example.com/', 'http://user:secret@example.com/', 'example.com', '', '/path'])(
  'does not take %j for an address',
  async (address) => {
    await expect(openWeb().ask(address, asking)).rejects.toMatchObject({ code: 'address_not_allowed' });
  },
);

it.each([
  '127.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '2130706433',
  '0x7f.1',
  '0.0.0.0',
  '10.0.0.1',
  '169.254.169.254',
])('asks nothing of %s unless it may', async (host) => {
  await expect(openWeb({}).ask(`http://${host}/`, asking)).rejects.toMatchObject({
    reason: 'its host is not public',
  });
});

it('asks nothing of a name that leads into a private network', async () => {
  const server = await startServer(answering({}));
  const { port } = new URL(server.origin);
  await expect(openWeb({}).ask(`http://localhost:${port}/`, asking)).rejects.toMatchObject({
    code: 'address_not_allowed',
    reason: 'its host has an address that is not public',
  });
  expect(server.requests).toEqual([]);
});

it('is not led into a private network by a public host', async () => {
  const outside = await startServer((_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end(),
  );
  const { port } = new URL(outside.origin);
  const web = openWeb({ network: { mayConnectTo: (address) => address === '127.0.0.1' } });
  await expect(web.ask(`${outside.origin}/`, asking)).rejects.toMatchObject({
    code: 'address_not_allowed',
    reason: 'its host is not public',
  });
  expect(outside.requests).toHaveLength(1);
});

it('asks again by a new connection where the kept one had been closed', async () => {
  // Node's own server says when it will hang up, and would be believed: this one does not.
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    let asked = 0;
    socket.on('data', () => {
      asked += 1;
      if (asked > 1) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
    socket.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const web = openWeb();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await web.ask(address, asking)).toMatchObject({ status: 200, bytes: Buffer.from('ok') });
  }
  expect(connections).toBe(3);
});

it('ends with the reason of the caller who goes away', async () => {
  const caller = new AbortController();
  const server = await startServer(() => caller.abort(new Error('gone')));
  const asked = openWeb().ask(`${server.origin}/`, { ...asking, signal: caller.signal });
  await expect(asked).rejects.toThrow('gone');
});

it('names what it cannot reach', async () => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  await expect(openWeb().ask(`http://127.0.0.1:${port}/`, asking)).rejects.toMatchObject(
    unreachable(/^the connection was refused$/),
  );
});

it.each([
  ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
  ['nothing', ''],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
  ['endless headers', `HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(100)}\r\na`],
])('a server that answers with %s cannot be reached', async (_name, words) => {
  const { answer } = await ask(({ socket }) => void socket.end(words));
  expect(answer).toMatchObject({ code: 'unreachable' });
});
