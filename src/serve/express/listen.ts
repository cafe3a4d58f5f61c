import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { abortable } from '../../system/abortable.ts';
import { limits } from '../limits.ts';
import type { ServeSettings } from '../settings.ts';
import { createApp, type Mountable } from './app.ts';
import { Connections } from './connections.ts';

/** An image generator, as its server sees it. */
export interface Servable extends Mountable {
  readonly config: Mountable['config'] & Pick<ServeSettings, 'port' | 'maxConnections' | 'shutdownMs'>;
  close(): Promise<void>;
}

export interface RunningServer {
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  /**
   * Answers what has arrived, then ends the server and every browser. When `config.shutdownMs`
   * are over it waits for nothing any more, and what still runs ends with the process.
   */
  close(): Promise<void>;
}

/**
 * Serves on `config.host` and `config.port`; port 0 takes any free one.
 *
 * @param home What is at `/`, if anything.
 * @param admin What an operator's machines ask, if they ask here.
 */
export async function listen(
  cardstock: Servable,
  home?: RequestHandler,
  admin?: RequestHandler,
): Promise<RunningServer> {
  const { host, port, maxConnections } = cardstock.config;
  // Node's own limit would answer a long URL with 431 before ours says 414.
  const server = createServer({ maxHeaderSize: 8 * limits.urlBytes });
  const connections = new Connections(server, maxConnections);
  server.on('request', connections.guard(createApp(cardstock, home, admin)));
  server.listen(port, host);
  await once(server, 'listening');
  server.on('error', ({ message }) => console.error('a connection was not accepted:', message));
  const { port: actual } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { origin: `http://${name}:${actual}`, close: () => close(cardstock, connections) };
}

/** Clients have nine tenths of the time; what they asked for and the browsers end in the last. */
async function close(cardstock: Servable, connections: Connections): Promise<void> {
  const { shutdownMs } = cardstock.config;
  const finish = async () => {
    await connections.finish(AbortSignal.timeout(shutdownMs * 0.9));
    await cardstock.close();
  };
  const over = AbortSignal.timeout(shutdownMs);
  await abortable(finish(), over).catch((error: unknown) => {
    throw over.aborted ? new Error(`Not finished within CARDSTOCK_SHUTDOWN_MS, ${shutdownMs} ms.`) : error;
  });
}
