import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { Answer } from '../../../src/serve/http/answer.ts';
import { listen, type RunningServer } from '../../../src/serve/express/listen.ts';
import { connectionsWithin } from '../../../src/serve/settings.ts';
import { descriptorLimit } from '../../../src/system/descriptors.ts';

const path = '/.netlify/functions/gen-opengraph-image';
const card: Answer = { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.from('a card') };
const long = 60_000;

interface Behaviour {
  answer?: (request: Request) => Promise<Answer>;
  maxConnections?: number;
  shutdownMs?: number;
  close?: () => Promise<void>;
}

async function serve({
  answer = () => Promise.resolve(card),
  maxConnections = 100,
  shutdownMs = long,
  close = () => Promise.resolve(),
}: Behaviour = {}): Promise<RunningServer> {
  const config = readConfig({}, { port: 0, maxConnections, shutdownMs });
  return listen({ config, answers: { card: answer, redirect: answer }, close });
}

/** A client that says what it is told, and remembers what it heard. */
function client({ origin }: RunningServer, says = '') {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.on('error', () => {}).on('data', (bytes) => (heard += String(bytes)));
  socket.write(says);
  return {
    socket,
    get heard() {
      return heard;
    },
    ended: new Promise((resolve) => socket.once('close', resolve)),
  };
}

const get = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const post = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`;

/** An answer that waits until the test lets it go. */
function hold() {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  let asked = 0;
  return {
    answer: () => ((asked += 1), promise),
    release: () => resolve(card),
    get asked() {
      return asked;
    },
  };
}

const stopped: NodeJS.Timeout[] = [];
afterEach(() => stopped.splice(0).forEach(clearInterval));

describe('a server that is told to stop', () => {
  it.each([
    ['says nothing', ''],
    ['says half a header', 'GET / HTTP/1.1\r\nHos'],
    ['had its answer and stays', get],
  ])('does not wait for who %s', async (_name, says) => {
    const server = await serve();
    const { ended, socket } = client(server, says);
    if (says === get) await once(socket, 'data');
    else await pause(50);
    await server.close();
    await ended;
  });

  it('does not wait for a body that drips longer than it may', async () => {
    const server = await serve({
      shutdownMs: 500,
      answer: async (request) => (await request.text().catch(() => ''), card),
    });
    const { socket, ended } = client(server, post);
    stopped.push(setInterval(() => socket.write('1\r\nx\r\n'), 20));
    await pause(50);
    await server.close();
    await ended;
  });

  it('does not wait for who reads too slowly', async () => {
    const body = Buffer.alloc(50_000_000);
    const server = await serve({ shutdownMs: 500, answer: () => Promise.resolve({ ...card, body }) });
    const { socket } = client(server, get);
    await once(socket, 'data');
    socket.pause();
    await server.close();
  });

  it('answers what it was asked before, and says that this was all', async () => {
    const { answer, release } = hold();
    const server = await serve({ answer });
    const asking = client(server, get);
    await pause(50);
    const closed = server.close();
    await pause(50);
    release();
    await closed;
    await asking.ended;
    expect(asking.heard).toMatch(/^HTTP\/1.1 200 OK[^]*connection: close[^]*a card/i);
  });

  it('sends all of an answer that was on its way', async () => {
    const body = Buffer.alloc(20_000_000, 'x');
    const server = await serve({ answer: () => Promise.resolve({ ...card, body }) });
    const reader = client(server, get);
    await once(reader.socket, 'data');
    reader.socket.pause();
    const closed = server.close();
    await pause(50);
    reader.socket.resume();
    await closed;
    await reader.ended;
    expect(reader.heard.match(/x/g)).toHaveLength(body.length);
  });

  it('answers who came before and asks a moment after', async () => {
    const server = await serve();
    const clients = Array.from({ length: 20 }, () => client(server));
    await Promise.all(clients.map(({ socket }) => once(socket, 'connect')));
    await pause(50); // the server takes the call a turn later
    const closed = server.close();
    for (const { socket } of clients) socket.write(get);
    await closed;
    await Promise.all(clients.map(({ ended }) => ended));
    for (const { heard } of clients) expect(heard).toContain('a card');
  });

  it('leaves a card that never comes, and says so where its browser does not end either', async () => {
    const never = () => new Promise<never>(() => {});
    const server = await serve({ answer: never, close: never, shutdownMs: 300 });
    const { ended } = client(server, get);
    await pause(50);
    await expect(server.close()).rejects.toThrow('CARDSTOCK_SHUTDOWN_MS');
    await ended;
  });
});

describe('a server with as many connections as it may have', () => {
  it('drops those that ask for nothing, for one that does', async () => {
    const server = await serve({ maxConnections: 4 });
    const silent = Array.from({ length: 20 }, () => client(server));
    let left = silent.length;
    for (const { ended } of silent) void ended.then(() => (left -= 1));
    await expect.poll(() => left, { timeout: 5_000 }).toBe(4);
    expect((await fetch(server.origin + path)).status).toBe(200);
    await server.close();
  });

  it('refuses one request more than it can hold with 503, and is well again after', async () => {
    const held = hold();
    const server = await serve({ answer: held.answer, maxConnections: 2 });
    const waiting = [client(server, get), client(server, get)];
    await expect.poll(() => held.asked).toBe(2);
    const refused = await fetch(server.origin + path);
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      503,
      '1',
      'Too many connections hold a request. Try again shortly.\n',
    ]);
    held.release();
    for (const { socket } of waiting) await once(socket, 'data');
    expect((await fetch(server.origin + path)).status).toBe(200);
    await server.close();
  });

  it('counts requests that come together on one connection as one', async () => {
    const server = await serve({ maxConnections: 1 });
    const asking = client(server, get.repeat(3));
    await expect.poll(() => asking.heard.match(/a card/g)?.length).toBe(3);
    await server.close();
  });
});

describe('the number of connections', () => {
  it.each([
    [undefined, 2_048],
    [1_048_576, 2_048],
    [1_024, 488],
    [256, 104],
    [100, 26],
    [64, 8],
    [20, 4],
  ])('is, of %s descriptors, %s', (descriptors, connections) => {
    expect(connectionsWithin(descriptors)).toBe(connections);
  });

  it.skipIf(process.platform !== 'linux')('is told by the system', () => {
    expect(descriptorLimit()).toBeGreaterThan(20);
    expect(descriptorLimit('/nowhere')).toBeUndefined();
  });
});
