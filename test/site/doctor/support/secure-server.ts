import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';
import type { WebOptions } from '../../../../src/system/network/web.ts';

export const secureHost = 'images.example.test';

// Made anew for each run: no key lies about, and no machine trusts the certificate.
const { cert: certificate, private: key } = await generate([{ name: 'commonName', value: secureHost }], {
  keyType: 'ec',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: secureHost }] },
  ],
});

/** Every name leads to this machine, which may be connected to. */
export const network: WebOptions['network'] = {
  lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  mayConnectTo: (address) => address === '127.0.0.1',
  ca: certificate,
};

/** An https server for images.example.test that goes when the test ends. */
export async function startSecureServer(answer: RequestListener): Promise<{ origin: string }> {
  const sockets = new Set<Socket>();
  const server = createServer({ cert: certificate, key }, answer);
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => {})));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { origin: `https://${secureHost}:${(server.address() as AddressInfo).port}` };
}
