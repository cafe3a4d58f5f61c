import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import type { ServeSettings } from '../settings.ts';
import type { OperateSettings } from './settings.ts';

/**
 * Answers the operator's machines on a port of their own, if there is one. They are still
 * answered while the other port closes.
 */
export async function listenForAdmin(
  { host, adminPort }: Pick<ServeSettings, 'host'> & OperateSettings,
  admin: RequestHandler,
): Promise<{ close(): void } | undefined> {
  if (adminPort === undefined) return undefined;
  const server = createServer(express().disable('x-powered-by').use(admin)).listen(adminPort, host);
  await once(server, 'listening');
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
