import { ask, cardUrl, draw, keepAsking, otherThan, statuses, untilWell } from '../ask.js';
import { filesLeft, processesLeft } from '../leftovers.js';
import { is, none } from '../rows.js';
import { forAnybody, startServer } from '../server.js';
import { processesOf, signal, zombiesOf } from '../victims.js';

const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '2', CARDSTOCK_TIMEOUT_MS: '9000' };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every process is killed, and stopped, while cards are asked for. */
export async function kills({ workspace, size }) {
  const server = await startServer(workspace, { environment });
  const card = (title) => ask(cardUrl(server.origin, title));
  await untilWell(() => card('first'));
  const load = keepAsking(3, (n) => card(`under fire ${n}`));
  await pause(500);
  const unhealed = [];
  let killed = 0;
  const kinds = Object.keys(processesOf(server.pid));
  for (const name of size(['SIGKILL', 'SIGSTOP', 'SIGSEGV', 'SIGTERM'], ['SIGKILL', 'SIGSTOP'])) {
    for (const kind of size(kinds, kinds)) {
      const victims = processesOf(server.pid)[kind] ?? [];
      signal(victims, name);
      killed += victims.length;
      await pause(300);
      const healedMs = await untilWell(() => card(`after ${name} of ${kind} ${killed}`));
      if (healedMs === Infinity) unhealed.push(`${name} of ${kind}`);
    }
  }
  const answers = await load.stop();
  const zombies = await zombiesOf(server.pid);
  const isAlive = server.isAlive();
  await server.stop();
  return [
    is(`lives, with ${killed} processes below it killed and stopped`, isAlive, true),
    none('not well after that', unhealed),
    none('answers but cards, 503 and 504', otherThan([200, 503, 504], answers)),
    none(
      'without an answer',
      statuses(answers).filter((status) => typeof status !== 'number'),
    ),
    none('zombies', zombies),
    ...(await nodeItself(workspace)),
  ];
}

/** Node stopped for a while, and killed: its browsers go with it, and the next start clears up. */
async function nodeItself(workspace) {
  const server = await startServer(workspace, { environment });
  const card = (title) => ask(cardUrl(server.origin, title));
  await untilWell(() => card('before'));
  process.kill(server.pid, 'SIGSTOP');
  const asked = Promise.all([1, 2, 3].map((n) => draw(cardUrl(server.origin, `while it is stopped ${n}`))));
  await pause(2_000);
  process.kill(server.pid, 'SIGCONT');
  const answers = await asked;
  const load = keepAsking(3, (n) => card(`until the end ${n}`));
  await pause(500);
  process.kill(server.pid, 'SIGKILL');
  await pause(1_500);
  await load.stop();
  const orphans = processesLeft(workspace);
  const next = await startServer(workspace, { environment });
  const isWell = (await untilWell(() => ask(cardUrl(next.origin, 'after')))) < Infinity;
  await next.stop();
  return [
    none('node stopped and continued: not drawn', otherThan([200], answers)),
    none('node killed: browsers left', orphans),
    is('node killed: the next one is well', isWell, true),
    none('node killed: files left by the next one', filesLeft(workspace)),
  ];
}
