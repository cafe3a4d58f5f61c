import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from '../support/started-server.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');

/** What `start` says before it ends, and with which code. */
async function start(variables: Record<string, string>) {
  const env = { ...process.env, CARDSTOCK_BROWSERS: '1', ...variables };
  const child = execFile(process.execPath, [main, 'start'], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let complaints = '';
  child.stderr!.on('data', (text) => (complaints += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, complaints };
}

it('a place where it cannot listen is told in one sentence, without a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const port = String((other.address() as AddressInfo).port);
  const isTaken = `is taken: something listens there already.`;
  const starts = await Promise.all([
    start({ PORT: port }),
    start({ PORT: '0', CARDSTOCK_ADMIN_PORT: port }),
    start({ PORT: '0', HOST: '192.0.2.1' }),
  ]);
  expect(starts).toEqual([
    {
      code: 1,
      complaints: `✗ Port ${port} of 127.0.0.1 ${isTaken} PORT names another one, or 0 for any that is free.\n`,
    },
    {
      code: 1,
      complaints: `✗ Port ${port} of 127.0.0.1 ${isTaken} CARDSTOCK_ADMIN_PORT names another one, or 0 for any that is free.\n`,
    },
    {
      code: 1,
      complaints:
        '✗ HOST is "192.0.2.1", which is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 is all of its addresses.\n',
    },
  ]);
});

it('in production all that a server says is JSON, a line each, on one stream', async () => {
  const variables = { NODE_ENV: 'production', OG_ALLOW_UNSIGNED: 'true', CARDSTOCK_CHROME: '/nowhere' };
  const server = await startServer({ variables });
  const card = `${server.origin}/.netlify/functions/gen-opengraph-image?template=plain&title=Hello`;
  expect((await fetch(card, { headers: { accept: 'application/json' } })).status).toBe(503);
  expect(await server.stop()).toBe(0);
  const lines = server.said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['request', 'not ready yet; the next card tries again:']),
  );
  const trouble = lines.find(({ msg }) => String(msg).startsWith('not ready'))!;
  expect(trouble).toMatchObject({ level: 50, err: { stack: expect.stringContaining('/nowhere') as string } });
  expect(server.complaints).toBe('');
});
