import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import { answerTheRest } from '../express/app.ts';
import { Connections } from '../express/connections.ts';
import { listenAt } from '../express/listen-at.ts';
import type { ServeSettings } from '../settings.ts';
import type { OperateSettings } from './settings.ts';

/** Probes and scrapers are few; at the least so many of them may ask at once, at the most so many. */
const [fewest, most] = [4, 32];

/**
 * Answers the operator's machines on a port of their own, if there is one. They are still
 * answered while the other port closes. Its connections are bounded too: both ports live on
 * the same descriptors.
 *
 * @throws {ListenError} the port is taken.
 */
export async function listenForAdmin(
  {
    host,
    maxConnections,
    adminPort,
  }: Pick<ServeSettings, 'host' | 'maxConnections'> & Pick<OperateSettings, 'adminPort'>,
  admin: RequestHandler,
): Promise<{ close(): void } | undefined> {
  if (adminPort === undefined) return undefined;
  const server = createServer();
  const maximum = Math.min(most, Math.max(fewest, Math.floor(maxConnections / 4)));
  const app = answerTheRest(express().disable('x-powered-by').use(admin));
  server.on('request', new Connections(server, maximum).guard(app));
  await listenAt(server, { host, port: adminPort, portVariable: 'CARDSTOCK_ADMIN_PORT' });
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
