import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import type { CameraSettings } from '../../camera/settings.ts';
import { abortable } from '../../system/abortable.ts';
import { limits } from '../limits.ts';
import type { ServeSettings } from '../settings.ts';
import { createApp, type Mountable } from './app.ts';
import { Connections } from './connections.ts';
import { listenAt } from './listen-at.ts';

/** How late Node may be with an end. */
const maxCheckingMs = 1_000;
/** For the first byte of an answer to be on its way, after the last moment of its card. */
const answerMs = 2_000;

/** An image generator, as its server sees it. */
export interface Servable extends Mountable {
  readonly config: Mountable['config'] &
    Pick<ServeSettings, 'port' | 'maxConnections' | 'shutdownMs'> &
    TimeSettings;
  close(): Promise<void>;
}

export interface RunningServer {
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  /** The port that was asked for, where that was taken and another one would do. */
  readonly insteadOf: number | undefined;
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
 * @param options Whether the next free port will do where the asked one is taken.
 * @throws {ListenError} the address is not ours or taken.
 */
export async function listen(
  cardstock: Servable,
  home?: RequestHandler,
  admin?: RequestHandler,
  { orNext = false }: { readonly orNext?: boolean } = {},
): Promise<RunningServer> {
  const { host, port, maxConnections } = cardstock.config;
  const server = createServer(optionsOf(cardstock.config));
  server.timeout = idleTimeout(cardstock.config);
  const connections = new Connections(server, maxConnections);
  server.on('request', connections.guard(createApp(cardstock, home, admin)));
  await listenAt(server, { host, port, portVariable: 'PORT', orNext });
  const { port: actual } = server.address() as AddressInfo;
  const insteadOf = port === 0 || port === actual ? undefined : port;
  return {
    origin: `http://${nameOf(host)}:${actual}`,
    insteadOf,
    close: () => close(cardstock, connections),
  };
}

/** All addresses of this machine are none to open: it answers to this one as well. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

type TimeSettings = Pick<ServeSettings, 'headersTimeoutMs' | 'requestTimeoutMs' | 'idleTimeoutMs'> &
  Pick<CameraSettings, 'timeoutMs'>;

function optionsOf({ headersTimeoutMs, requestTimeoutMs, idleTimeoutMs }: TimeSettings): ServerOptions {
  const headersTimeout = Math.min(headersTimeoutMs, requestTimeoutMs); // Node takes no other
  return {
    // Node's own limit would answer a long URL with 431 before ours says 414.
    maxHeaderSize: 8 * limits.urlBytes,
    headersTimeout,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: idleTimeoutMs,
    connectionsCheckingInterval: Math.min(headersTimeout / 2, maxCheckingMs), // Node's own is 30 s
  };
}

/** Nothing moves while a card is waited for, either; and then it is to be sent. */
function idleTimeout({ idleTimeoutMs, timeoutMs }: TimeSettings): number {
  return Math.max(idleTimeoutMs, timeoutMs + answerMs);
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
