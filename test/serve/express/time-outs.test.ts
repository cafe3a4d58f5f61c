import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import { listen } from '../../../src/serve/express/listen.ts';
import type { Answer } from '../../../src/serve/http/answer.ts';

const path = '/.netlify/functions/gen-opengraph-image';
const card: Answer = { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.from('a card') };
const head = `${path} HTTP/1.1\r\nHost: localhost\r\n`;

/** A client that says one thing; resolves with all it heard when the server has hung up. */
async function heardBy(
  says: string,
  settings: Partial<Config>,
  answer = () => Promise.resolve(card),
): Promise<string> {
  const config = readConfig({}, { port: 0, ...settings });
  const server = await listen({ config, answers: { card: answer, redirect: answer }, close: async () => {} });
  onTestFinished(() => server.close());
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  let heard = '';
  socket.on('error', () => {}).on('data', (bytes) => (heard += String(bytes)));
  socket.write(says);
  await once(socket, 'close');
  return heard;
}

it.each<[string, string, Partial<Config>]>([
  ['the head of a request that stays half', `GET ${path} HTTP/1.1\r\nHos`, { headersTimeoutMs: 200 }],
  [
    'the body of a request that has no end',
    `POST ${head}Content-Length: 10\r\n\r\nfive.`,
    { requestTimeoutMs: 300 },
  ],
])('%s is waited for as long as a setting says', async (_name, says, settings) => {
  // The body is read before there is an answer, as a card's is.
  const never = () => new Promise<Answer>(() => {});
  expect(await heardBy(says, settings, never)).toContain('408 Request Timeout');
});

it('a connection on which nothing moves is closed, after its last answer', async () => {
  expect(await heardBy(`GET ${head}\r\n`, { idleTimeoutMs: 200 })).toMatch(/200 OK[^]*a card/);
});

it('whoever waits for a card is not idle', async () => {
  const slow = () => pause(1_500, card);
  const heard = await heardBy(`GET ${head}\r\n`, { idleTimeoutMs: 100, timeoutMs: 1_000 }, slow);
  expect(heard).toContain('a card');
});

it('whoever never reads its answer is left', async () => {
  const config = readConfig({}, { port: 0, maxConnections: 1, idleTimeoutMs: 1, timeoutMs: 1 });
  const body = Buffer.alloc(50_000_000);
  const answer = (request: Request) =>
    Promise.resolve(request.url.endsWith('large') ? { ...card, body } : card);
  const server = await listen({ config, answers: { card: answer, redirect: answer }, close: async () => {} });
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  socket.write(`GET ${path}?large HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await once(socket, 'data');
  socket.pause();
  const ask = async () => (await fetch(server.origin + path)).status;
  expect(await ask()).toBe(503);
  await expect.poll(ask, { timeout: 20_000 }).toBe(200);
  await server.close();
});
