import { connect } from 'node:net';
import { cardUrl, draw, otherThan, repeat } from '../ask.js';
import { atMost, is, none, timed } from '../rows.js';
import { forAnybody, startServer } from '../server.js';

const get = (title) => `GET ${cardUrl('', title)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const post = `POST ${cardUrl('', 'a')} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`;

/** What each kind says at first, and again and again. */
const kinds = {
  silent: {},
  'half a header': { first: 'GET / HTTP/1.1\r\nHos' },
  'a dripping header': { first: 'GET / HTTP/1.1\r\n', drip: 'X: y\r\n' },
  'a dripping body': { first: post, drip: '1\r\nx\r\n' },
  'no reader': { first: get('nobody reads me').repeat(50), isDeaf: true },
  'no HTTP': { first: Buffer.from('16030100c8010000c40303', 'hex') },
};

/** Clients that take their time hold up neither others nor the end. */
export async function slowClients({ workspace, size }) {
  const shutdownMs = size(10_000, 3_000);
  const environment = {
    ...forAnybody,
    CARDSTOCK_BROWSERS: '1',
    CARDSTOCK_SHUTDOWN_MS: String(shutdownMs),
  };
  const server = await startServer(workspace, { environment });
  const clients = Object.values(kinds).flatMap((kind) =>
    Array.from({ length: size(40, 10) }, () => slowClient(server.origin, kind)),
  );
  const answers = await repeat(size(60, 10), 2, (n) => draw(cardUrl(server.origin, `among slow ones ${n}`)));
  const { code, ms } = await server.stop();
  clients.forEach((end) => end());
  return [
    none(`cards among ${clients.length} slow clients that did not come`, otherThan([200], answers)),
    is('SIGTERM among them ends it with', code, 0),
    timed(atMost('after ms', ms, shutdownMs)),
  ];
}

function slowClient(origin, { first = '', drip, isDeaf }) {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => {});
  socket.write(first);
  if (isDeaf) socket.pause();
  else socket.resume();
  const timer = drip && setInterval(() => socket.write(drip), 100);
  return () => {
    clearInterval(timer);
    socket.destroy();
  };
}
