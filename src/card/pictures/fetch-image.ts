import type { IncomingMessage } from 'node:http';
import { Agent } from 'node:https';
import {
  AddressNotAllowedError,
  ImageNotAllowedError,
  ImageUnavailableError,
  UnreachableError,
} from '../../errors.ts';
import { readBody } from '../../system/network/body.ts';
import { askGuarded, isRedirect } from '../../system/network/guarded-client.ts';
import { internet, type Network } from '../../system/network/network.ts';
import { type AllowedHosts, parseAllowedUrl } from './allowed-url.ts';
import { limitsForStrangers } from './limits.ts';

export interface FetchImageOptions {
  /** `example.com`, or `*.example.com` for every host below it. An empty list allows none. */
  readonly allowedHosts: AllowedHosts;
  /** For everything together: names, connections, redirects, the last byte. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly network?: Network;
}

const headers = {
  accept: 'image/png, image/jpeg, image/webp',
  'accept-encoding': 'identity',
  'user-agent': 'Cardstock (pictures for Open Graph cards)',
};

/**
 * The bytes at an https URL, from a public host on the list, within a time and a size. Each
 * redirect is checked as the first URL was. Whether they are a picture is not known yet.
 *
 * @throws {ImageNotAllowedError} pictures may not come from this URL.
 * @throws {ImageUnavailableError} anything that went wrong on the way.
 */
export async function fetchImage(url: string, options: FetchImageOptions): Promise<Buffer> {
  const { allowedHosts, network = internet, maxBytes = limitsForStrangers.maxBytes } = options;
  const { maxRedirects = 3, timeoutMs = 3000, signal } = options;
  const asked = {
    url: parseAllowedUrl(url, allowedHosts),
    network,
    optionsOf: ({ hostname }: URL) => connectionTo(hostname, network),
    next: (location: URL) => parseRedirect(location, allowedHosts),
    read: (response: IncomingMessage) => readPicture(response, maxBytes),
    maxRedirects,
    timeoutMs,
    signal,
  };
  return (await askGuarded(asked).catch(asImageError)).body;
}

/** A connection of its own, past every proxy, agent and default of the process. */
function connectionTo(hostname: string, { port, ca }: Network) {
  return {
    agent: new Agent({ keepAlive: false, maxCachedSessions: 0 }),
    servername: hostname,
    port,
    headers: { ...headers, host: hostname },
    rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
    ...(ca && { ca }),
  };
}

function asImageError(error: unknown): never {
  if (error instanceof UnreachableError) {
    const { cause, reason } = error;
    throw new ImageUnavailableError(cause === undefined ? reason : 'the connection failed', cause);
  }
  if (error instanceof AddressNotAllowedError) throw new ImageUnavailableError(error.reason);
  throw error;
}

/** To send us to a place that is not allowed is the other side's doing, not the card's. */
function parseRedirect({ href }: URL, allowedHosts: AllowedHosts): URL {
  try {
    return parseAllowedUrl(href, allowedHosts);
  } catch (error) {
    if (!(error instanceof ImageNotAllowedError)) throw error;
    throw new ImageUnavailableError('it redirects to what is not allowed', error);
  }
}

async function readPicture(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { statusCode, headers: answered } = response;
  if (isRedirect(response)) throw new ImageUnavailableError('it redirects to nowhere');
  if (statusCode !== 200) throw new ImageUnavailableError(`it was answered with ${statusCode}`);
  if ((answered['content-encoding'] ?? 'identity') !== 'identity') {
    throw new ImageUnavailableError('it came compressed');
  }
  if (Number(answered['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const { bytes, isCut } = await readBody(response, maxBytes);
  if (isCut) throw tooLarge(maxBytes);
  if (bytes.length === 0) throw new ImageUnavailableError('it is empty');
  return bytes;
}

function tooLarge(maxBytes: number): ImageUnavailableError {
  return new ImageUnavailableError(`it has more than ${maxBytes} bytes`);
}
