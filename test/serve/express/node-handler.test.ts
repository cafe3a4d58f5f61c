import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createApp } from '../../../src/serve/express/app.ts';
import type { Answer } from '../../../src/serve/http/answer.ts';

const picture: Answer = { status: 200, headers: {}, body: Buffer.from('a picture') };

/** A server whose cards come when the test says so; the requests as it was told of them. */
async function serve() {
  const asked: Request[] = [];
  const { promise: drawn, resolve: draw } = Promise.withResolvers<Answer>();
  const card = (each: Request) => {
    asked.push(each);
    return drawn;
  };
  const app = createApp({ answers: { card, redirect: card }, config: readConfig({}) });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const path = '/.netlify/functions/gen-opengraph-image';
  const client = request({ port, path, agent: false }).end();
  client.on('error', () => {});
  await expect.poll(() => asked.length).toBe(1);
  return { asked: asked[0]!, client, draw: () => draw(picture) };
}

it('a client that leaves before its answer stops the work for it', async () => {
  const { asked, client } = await serve();
  client.destroy();
  await expect.poll(() => asked.signal.aborted).toBe(true);
});

it('a client that was answered stops nothing when it leaves', async () => {
  const { asked, client, draw } = await serve();
  draw();
  const [response] = (await once(client, 'response')) as [NodeJS.ReadableStream];
  response.resume();
  await once(client, 'close');
  expect(asked.signal.aborted).toBe(false);
});
