import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import { listenAt } from '../express/listen-at.ts';
import type { ServeSettings } from '../settings.ts';
import type { OperateSettings } from './settings.ts';

/**
 * Answers the operator's machines on a port of their own, if there is one. They are still
 * answered while the other port closes.
 *
 * @throws {ListenError} the port is taken.
 */
export async function listenForAdmin(
  { host, adminPort }: Pick<ServeSettings, 'host'> & OperateSettings,
  admin: RequestHandler,
): Promise<{ close(): void } | undefined> {
  if (adminPort === undefined) return undefined;
  const server = createServer(express().disable('x-powered-by').use(admin));
  await listenAt(server, { host, port: adminPort, portVariable: 'CARDSTOCK_ADMIN_PORT' });
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
