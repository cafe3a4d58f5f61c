import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { request as requestSecurely, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { AddressNotAllowedError, CardstockError, UnreachableError } from '../../errors.ts';
import { abortable } from '../abortable.ts';
import { guardedLookup, type Network } from './network.ts';
import { reasonOf } from './reason.ts';

/** What is asked, and what may be met on the way. */
export interface GuardedRequest<Body> {
  readonly url: URL;
  /** How hosts are looked up, and which addresses they may have. */
  readonly network: Network;
  /** Agent, headers and whatever else a connection needs. */
  optionsOf(url: URL): RequestOptions;
  /**
   * Where a redirect leads.
   *
   * @throws {CardstockError} it may not be followed; nothing is asked there.
   */
  next(location: URL): URL;
  /** Reads as much of the last answer as is wanted; whatever still comes is cut off. */
  read(response: IncomingMessage): Promise<Body>;
  readonly maxRedirects: number;
  /** For everything together: names, connections, redirects, the last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface GuardedAnswer<Body> {
  /** Where it came from in the end. */
  readonly url: URL;
  /** Every address that it was led to, in turn. */
  readonly redirects: readonly string[];
  readonly body: Body;
}

const redirectStatuses: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

/** Whether an answer sends us on; without a `Location` it is one that is read like any other. */
export function isRedirect({ statusCode }: IncomingMessage): boolean {
  return redirectStatuses.has(statusCode);
}

/**
 * The one way to ask something of a host we do not know: its addresses are checked as they are
 * connected to, each redirect as the first address was, and nothing goes on beyond its time.
 *
 * @throws {AddressNotAllowedError} a host has an address that it may not have.
 * @throws {UnreachableError} no whole answer came; with a cause where the connection failed.
 * @throws whatever `next` and `read` throw, and the reason of `signal`.
 */
export async function askGuarded<Body>(asked: GuardedRequest<Body>): Promise<GuardedAnswer<Body>> {
  const { url, timeoutMs, signal } = asked;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const end = AbortSignal.any([deadline.signal, ...(signal ? [signal] : [])]);
  try {
    return await follow(asked, end);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (deadline.signal.aborted) throw new UnreachableError(url.href, `it took longer than ${timeoutMs} ms`);
    if (error instanceof CardstockError) throw error;
    throw new UnreachableError(url.href, reasonOf(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function follow<Body>(asked: GuardedRequest<Body>, end: AbortSignal): Promise<GuardedAnswer<Body>> {
  const { url: first, maxRedirects } = asked;
  const redirects: string[] = [];
  for (let url = first; redirects.length <= maxRedirects; redirects.push(url.href)) {
    const response = await abortable(send(url, asked, end), end);
    try {
      const { location } = response.headers;
      if (!location || !isRedirect(response)) {
        return { url, redirects, body: await asked.read(response) };
      }
      url = asked.next(parseLocation(location, url));
    } finally {
      if (!response.complete) response.destroy(); // with its socket, however much would still come
    }
  }
  const reason = `it redirects more than ${maxRedirects} times`;
  throw new UnreachableError(first.href, reason, { isLasting: true });
}

function parseLocation(location: string, from: URL): URL {
  if (URL.canParse(location, from.href)) return new URL(location, from);
  throw new UnreachableError(from.href, 'it redirects to nowhere', { isLasting: true });
}

async function send<Body>(
  url: URL,
  asked: GuardedRequest<Body>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { network } = asked;
  const ip = url.hostname.replace(/^\[|\]$/g, '');
  // A socket looks up names only.
  if (isIP(ip) && !network.mayConnectTo(ip)) {
    throw new AddressNotAllowedError(url.href, 'its host is not public');
  }
  const ask = url.protocol === 'https:' ? requestSecurely : request;
  const once = () => answerTo(ask(url, { ...asked.optionsOf(url), lookup: guardedLookup(network), signal }));
  return once().catch((error: unknown) => {
    if (error instanceof StaleConnection) return once();
    throw error;
  });
}

/** A kept connection that the other side had closed when we wrote into it: nothing was asked yet. */
class StaleConnection extends Error {}

function answerTo(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection('the connection broke off', { cause: error }) : error);
    });
    // An answer of 101 closes the request without an error.
    outgoing.once('close', () => reject(new Error('closed before it was answered')));
    outgoing.end();
  });
}
