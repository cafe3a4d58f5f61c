import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { ask, cardUrl, keepAsking, statuses, untilWell } from '../ask.js';
import { atMost, is, none, timed } from '../rows.js';
import { forAnybody, startServer } from '../server.js';

/** A connection each: what nobody had accepted when it ended, nobody promised anything. */
const agent = new Agent({ keepAlive: false });
const acceptedWithinMs = 1_000;

/** SIGTERM in the middle of more than it can draw: what was accepted is answered. */
export async function ending({ workspace, size }) {
  const rows = [];
  for (let round = 1; round <= size(5, 1); round++) {
    const server = await startServer(workspace, { environment: forAnybody });
    await untilWell(() => ask(cardUrl(server.origin, 'first')));
    const load = keepAsking(30, (n) => ask(cardUrl(server.origin, `round ${round} card ${n}`), { agent }));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const told = performance.now();
    const { code, ms } = await server.stop();
    const answers = await load.stop();
    const accepted = answers.filter(({ asked }) => asked < told - acceptedWithinMs);
    const lost = statuses(accepted).filter((status) => ![200, 503].includes(status));
    rows.push(
      is(`SIGTERM under load, ${round}: ends with`, code, 0),
      none(`SIGTERM under load, ${round}: ${accepted.length} accepted, not answered`, lost),
      timed(atMost(`SIGTERM under load, ${round}: after ms`, ms, 10_000)),
    );
  }
  return rows;
}
