import { Agent } from 'node:http';
import { connect } from 'node:net';
import { ask, cardUrl, otherThan, repeat, untilWell } from '../ask.js';
import { is, none } from '../rows.js';
import { forAnybody, startServer } from '../server.js';
import { processesOf, signal } from '../victims.js';

/** A server without descriptors can say no more than that it takes no call. */
const allowed = [200, 503, 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'late'];

const wellWithinMs = 30_000;
const agent = new Agent({ keepAlive: false });

/** Crowds of every kind, where few files may be open. */
export async function descriptors({ workspace, size }) {
  const rows = [];
  for (const limit of size([256, 100, 64], [100])) rows.push(...(await within(limit, workspace)));
  return rows;
}

async function within(limit, workspace) {
  const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '1', CARDSTOCK_RECYCLE_AFTER: '3' };
  const server = await startServer(workspace, { descriptors: limit, environment });
  const card = (title) => ask(cardUrl(server.origin, title), { agent, patienceMs: 10_000 });
  await untilWell(() => card('first'), wellWithinMs);
  const silent = Array.from({ length: 300 }, () => silentClient(server.origin));
  const answers = await repeat(8, 1, (n) => card(`recycled ${n}`));
  answers.push(...(await repeat(120, 120, (n) => card(`a burst ${n}`))));
  signal(processesOf(server.pid).browser, 'SIGKILL');
  answers.push(...(await repeat(4, 1, (n) => card(`after a crash ${n}`))));
  const isAlive = server.isAlive();
  for (const socket of silent) socket.destroy();
  const isWell = (await untilWell(() => card('well'), wellWithinMs)) < Infinity;
  const saidWhy = server.said().includes('Chromium needs 96');
  const { code } = await server.stop();
  return [
    is(`${limit} descriptors: lives`, isAlive, true),
    none(`${limit} descriptors: answers but cards and 503`, otherThan(allowed, answers)),
    is(`${limit} descriptors: well again, or says what it lacks`, isWell || saidWhy, true),
    is(`${limit} descriptors: ends with`, code, 0),
  ];
}

function silentClient(origin) {
  return connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => {});
}
