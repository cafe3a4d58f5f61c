import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { processes } from '../support/processes.ts';
import { type StartedServer, startServer } from '../support/started-server.ts';

const renderer = '/.netlify/functions/gen-opengraph-image?template=plain&title=';

/** The status, or that nobody took the call: a server without descriptors cannot say more. */
async function ask({ origin }: StartedServer, title: string): Promise<number | string> {
  try {
    const headers = { accept: 'application/json' }; // no picture in place of an error
    const response = await fetch(origin + renderer + encodeURIComponent(title), { headers });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 'no answer';
  }
}

function silentClient({ origin }: StartedServer) {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

function killBrowsers({ pid }: StartedServer): void {
  for (const { pid: browser } of processes().filter(({ parent }) => parent === pid)) {
    process.kill(-browser, 'SIGKILL');
  }
}

test.each([256, 100, 64])(
  'a server with %s descriptors lives through crowds of every kind, and is well after',
  async (descriptors) => {
    const server = await startServer({ descriptors, variables: { CARDSTOCK_RECYCLE_AFTER: '3' } });
    await expect.poll(() => ask(server, 'first'), { timeout: 30_000 }).toBe(200);
    const silent = Array.from({ length: 300 }, () => silentClient(server));
    const answers: (number | string)[] = [];
    for (let card = 0; card < 8; card++) answers.push(await ask(server, `one by one ${card}`));
    const crowd = Array.from({ length: 120 }, (_, card) => ask(server, `crowd ${card}`));
    answers.push(...(await Promise.all(crowd)));
    killBrowsers(server);
    for (let card = 0; card < 4; card++) answers.push(await ask(server, `after a crash ${card}`));
    expect(server.exitCode).toBeNull();
    expect(answers.filter((answer) => ![200, 503, 'no answer'].includes(answer))).toEqual([]);
    for (const socket of silent) socket.destroy();
    for (let card = 0; card < 4; card++) {
      await expect.poll(() => ask(server, `well ${card}`), { timeout: 30_000 }).toBe(200);
    }
    silentClient(server);
    expect(await server.stop()).toBe(0);
  },
);

test('with fewer than Chromium needs it lives, answers 503, and says why', async () => {
  const server = await startServer({ descriptors: 50 });
  Array.from({ length: 100 }, () => silentClient(server));
  const answers = await Promise.all(Array.from({ length: 60 }, (_, card) => ask(server, `crowd ${card}`)));
  expect(answers.filter((answer) => ![503, 'no answer'].includes(answer))).toEqual([]);
  await expect.poll(() => ask(server, 'after'), { timeout: 30_000 }).toBe(503);
  expect(server.said).toContain('only 50 files may be open, and Chromium needs 56: no card can be drawn');
  await expect.poll(() => server.said).toContain('ulimit -n is 50, and Chromium needs 56');
  expect(await server.stop()).toBe(0);
});
