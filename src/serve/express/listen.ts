import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { limits } from '../limits.ts';
import type { ServeSettings } from '../settings.ts';
import { createApp, type Mountable } from './app.ts';

/** An image generator, as its server sees it. */
export interface Servable extends Mountable {
  readonly config: Pick<ServeSettings, 'host' | 'port' | 'paths' | 'basePath'>;
  close(): Promise<void>;
}

export interface RunningServer {
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  /** Answers what has arrived, then ends the server and every browser. */
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
  const { host, port } = cardstock.config;
  // Node's own limit would answer a long URL with 431 before ours says 414.
  const server = createServer({ maxHeaderSize: 8 * limits.urlBytes }, createApp(cardstock, home, admin));
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    origin: `http://${name}:${actual}`,
    async close() {
      await closeServer(server);
      await cardstock.close();
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A kept-alive connection falls idle after its answer, and would hold the server open for seconds.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  await closed;
  clearInterval(idle);
}
