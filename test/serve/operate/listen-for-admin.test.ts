import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { adminRouter } from '../../../src/serve/operate/admin.ts';
import { listenForAdmin } from '../../../src/serve/operate/listen-for-admin.ts';
import { freePort } from '../../support/free-port.ts';

async function serve() {
  const adminPort = await freePort();
  const admin = await listenForAdmin(
    { host: '127.0.0.1', maxConnections: 8, adminPort },
    adminRouter({ ready: () => Promise.reject(new Error('of the probe')) }),
  );
  onTestFinished(() => admin?.close());
  return adminPort;
}

it('silent clients of the port of its own take no more descriptors than probes need, and make way for them', async () => {
  const port = await serve();
  const silent = Array.from({ length: 20 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => silent.forEach((socket) => void socket.destroy()));
  const areClosed = silent.map((socket) => once(socket.resume(), 'close'));
  let closed = 0;
  for (const isClosed of areClosed) void isClosed.then(() => closed++);
  await vi.waitFor(() => expect(closed).toBeGreaterThanOrEqual(15), { timeout: 10_000 });
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200), {
    timeout: 10_000,
  });
});

it('the port of its own says what is not there, and what went wrong, as the other port does', async () => {
  const port = await serve();
  const nothing = await fetch(`http://127.0.0.1:${port}/nothing/%ff`);
  expect([nothing.status, await nothing.text()]).toEqual([404, 'Nothing lives at this address.\n']);
  const failed = await fetch(`http://127.0.0.1:${port}/ready`);
  expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('<')]);
});
