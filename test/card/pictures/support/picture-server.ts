import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, isIPv6, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';
import { startSentinel } from '../../../support/sentinel.ts';
import type { Network } from '../../../../src/system/network/network.ts';

// Made anew for each run: no key lies about, and no machine trusts the certificate.
const names = ['images.example.test', 'other.example.test'];
const { cert: certificate, private: key } = await generate([{ name: 'commonName', value: names[0]! }], {
  keyType: 'ec',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
  ],
});

export const host = 'images.example.test';

/** What a name server says, however often it is asked. */
export const answering =
  (...addresses: string[]): Network['lookup'] =>
  () =>
    Promise.resolve(addresses.map(asAnswer));

export function asAnswer(address: string): LookupAddress {
  return { address, family: isIPv6(address) ? 6 : 4 };
}

/** An https server for images.example.test and other.example.test that goes when the test ends. */
export async function startPictureServer(answer: RequestListener) {
  const sockets = new Set<Socket>();
  const state = {
    connections: 0,
    requests: [] as { url: string; headers: NodeJS.Dict<string | string[]> }[],
  };
  const server = createServer({ cert: certificate, key }, (request, response) => {
    state.requests.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    state.connections += 1;
    sockets.add(socket.on('error', () => {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    lookup: answering('127.0.0.1'),
    mayConnectTo: (address) => address === '127.0.0.1',
    port,
    ca: certificate,
  };
  return { network, state, sockets };
}

/** A sentinel where a name leads that nobody may be led to. */
export async function startTrap() {
  const sentinel = await startSentinel();
  onTestFinished(() => sentinel.close());
  return sentinel;
}
