import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ListenError } from '../../../src/errors.ts';
import { listenAt } from '../../../src/serve/express/listen-at.ts';

function failure(host: string, port: number, portVariable = 'PORT'): Promise<unknown> {
  return listenAt(createServer(), { host, port, portVariable }).catch((error: unknown) => error);
}

it('a port that is taken is named, with the setting that names another one', async () => {
  const first = createServer();
  onTestFinished(() => void first.close());
  await listenAt(first, { host: '127.0.0.1', port: 0, portVariable: 'PORT' });
  const { port } = first.address() as AddressInfo;
  const error = await failure('127.0.0.1', port, 'CARDSTOCK_ADMIN_PORT');
  expect(error).toBeInstanceOf(ListenError);
  expect((error as Error).message).toBe(
    `Port ${port} of 127.0.0.1 is taken: something listens there already. CARDSTOCK_ADMIN_PORT names another one, or 0 for any that is free.`,
  );
});

it.each(['192.0.2.1', 'nowhere.invalid', '::zz', '999.1.1.1', '-'])(
  'a HOST that is not ours, %s, is named',
  async (host) => {
    expect(String(await failure(host, 0))).toMatch(
      `ListenError: HOST is "${host}", which is no address of this machine.`,
    );
  },
);

it('a server that has trouble later says so, and goes on', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = createServer();
  onTestFinished(() => void server.close());
  await listenAt(server, { host: '127.0.0.1', port: 0, portVariable: 'PORT' });
  server.emit('error', new Error('accept EMFILE'));
  expect(said.mock.lastCall?.[0]).toContain('a connection was not accepted:\n  Error: accept EMFILE');
  expect(server.listening).toBe(true);
});
