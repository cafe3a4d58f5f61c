import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { abortable } from '../../system/abortable.ts';
import { CardstockError, ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import { parseAllowedUrl } from './allowed-url.ts';
import { guardedLookup, internet, type Network } from '../../system/network/network.ts';

export const defaultMaxBytes = 5_000_000;

export interface FetchImageOptions {
  /** `example.com`, or `*.example.com` for every host below it. An empty list allows none. */
  readonly allowedHosts: readonly string[];
  /** For everything together: names, connections, redirects, the last byte. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly network?: Network;
}

const redirects: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

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
  const first = parseAllowedUrl(url, options.allowedHosts);
  const { timeoutMs = 3000, signal } = options;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const end = AbortSignal.any([deadline.signal, ...(signal ? [signal] : [])]);
  try {
    return await follow(first, options, end);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (deadline.signal.aborted) throw new ImageUnavailableError(`it took longer than ${timeoutMs} ms`);
    if (error instanceof CardstockError) throw error;
    throw new ImageUnavailableError('the connection failed', error);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(first: URL, options: FetchImageOptions, end: AbortSignal): Promise<Buffer> {
  const { maxRedirects = 3, maxBytes = defaultMaxBytes, network = internet } = options;
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await abortable(ask(url, network, end), end);
    try {
      if (!redirects.has(response.statusCode)) return await readBody(response, maxBytes);
      url = nextUrl(response, url, options.allowedHosts);
    } finally {
      response.destroy(); // with its socket, however much would still come
    }
  }
  throw new ImageUnavailableError('it redirects too often');
}

/** A request on a connection of its own, past every proxy, agent and default of the process. */
function ask(url: URL, network: Network, end: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent: new Agent({ keepAlive: false, maxCachedSessions: 0 }),
      host: url.hostname,
      servername: url.hostname,
      port: network.port,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.hostname },
      lookup: guardedLookup(network),
      rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
      ...(network.ca && { ca: network.ca }),
      signal: end,
    });
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    // An answer of 101 closes the request without an error.
    outgoing.once('close', () => reject(new Error('closed before it was answered')));
    outgoing.end();
  });
}

/** To send us to a place that is not allowed is the other side's doing, not the card's. */
function nextUrl(response: IncomingMessage, from: URL, allowedHosts: readonly string[]): URL {
  const { location } = response.headers;
  if (!location || !URL.canParse(location, from.href)) {
    throw new ImageUnavailableError('it redirects to nowhere');
  }
  try {
    return parseAllowedUrl(new URL(location, from).href, allowedHosts);
  } catch (error) {
    if (!(error instanceof ImageNotAllowedError)) throw error;
    throw new ImageUnavailableError('it redirects to what is not allowed', error);
  }
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { statusCode, headers: answered } = response;
  if (statusCode !== 200) throw new ImageUnavailableError(`it was answered with ${statusCode}`);
  if ((answered['content-encoding'] ?? 'identity') !== 'identity') {
    throw new ImageUnavailableError('it came compressed');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  if (Number(answered['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  if (length === 0) throw new ImageUnavailableError('it is empty');
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): ImageUnavailableError {
  return new ImageUnavailableError(`it has more than ${maxBytes} bytes`);
}
