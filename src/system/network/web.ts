import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import { Agent as HttpsAgent, request as requestSecurely } from 'node:https';
import { isIP } from 'node:net';
import { abortable } from '../abortable.ts';
import { AddressNotAllowedError, ImageUnavailableError, UnreachableError } from '../../errors.ts';
import { guardedLookup, internet, type Network } from './network.ts';
import { readBody } from './body.ts';
import { reasonOf } from './reason.ts';

export interface WebOptions {
  /** Hosts may be anywhere, not only public: for sites that are served on this machine. @default false */
  readonly allowLocal?: boolean;
  /** For tests. */
  readonly network?: Partial<Omit<Network, 'port'>>;
}

export interface AskOptions {
  readonly userAgent: string;
  /** Of the body, unpacked; a longer one is cut there. */
  readonly maxBytes: number;
  /** For everything together: names, connections, redirects, the last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface WebAnswer {
  /** Where it came from in the end. */
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** It goes on beyond `maxBytes`. */
  readonly isCut: boolean;
  /** Every address that it was led to, in turn. */
  readonly redirects: readonly string[];
  readonly elapsedMs: number;
}

const maxRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The web as a crawler meets it: redirects are followed and counted, nothing is negotiated, and
 * no answer is longer or slower than it may be. Nobody is led into a private network, by a
 * name, a page, a list or a redirect: addresses are checked as they are connected to.
 */
export class Web {
  readonly #network: Network;
  readonly #agents;

  constructor({ allowLocal = false, network }: WebOptions = {}) {
    this.#network = { ...internet, ...(allowLocal && { mayConnectTo: () => true }), ...network };
    const { ca } = this.#network;
    this.#agents = {
      'http:': new HttpAgent({ keepAlive: true }),
      'https:': new HttpsAgent({ keepAlive: true, ...(ca && { ca }) }),
    };
  }

  /**
   * What an address answers, whatever its status.
   *
   * @throws {AddressNotAllowedError} it, or what it redirects to, is not http(s) or not public.
   * @throws {UnreachableError} no whole answer came, or more than five redirects.
   */
  async ask(address: string | URL, options: AskOptions): Promise<WebAnswer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), options.timeoutMs);
    const end = AbortSignal.any([deadline.signal, ...(options.signal ? [options.signal] : [])]);
    try {
      return await this.#follow(parseWebAddress(address), options, end);
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason;
      if (error instanceof AddressNotAllowedError || error instanceof UnreachableError) throw error;
      // The look-up's own refusal: to ask again would come to the same.
      if (error instanceof ImageUnavailableError)
        throw new AddressNotAllowedError(String(address), error.reason);
      const isLate = deadline.signal.aborted;
      const reason = isLate ? `it took longer than ${options.timeoutMs} ms` : reasonOf(error);
      throw new UnreachableError(String(address), reason, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the connections that are kept for a next request. */
  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #follow(first: URL, options: AskOptions, end: AbortSignal): Promise<WebAnswer> {
    const start = performance.now();
    const redirects: string[] = [];
    for (let url = first; redirects.length <= maxRedirects; redirects.push(url.href)) {
      const response = await abortable(this.#request(url, options, end), end);
      try {
        const { statusCode: status = 0, headers } = response;
        if (!redirectStatuses.has(status) || !headers.location) {
          const body = await readBody(response, options.maxBytes);
          return { url: url.href, status, headers, ...body, redirects, elapsedMs: performance.now() - start };
        }
        url = nextAddress(headers.location, url);
      } finally {
        if (!response.complete) response.destroy(); // with its socket, however much would still come
      }
    }
    const reason = `it redirects more than ${maxRedirects} times`;
    throw new UnreachableError(first.href, reason, { isLasting: true });
  }

  #request(url: URL, { userAgent }: AskOptions, signal: AbortSignal): Promise<IncomingMessage> {
    const ip = url.hostname.replace(/^\[|\]$/g, '');
    // A socket looks up names only.
    if (isIP(ip) && !this.#network.mayConnectTo(ip)) {
      throw new AddressNotAllowedError(url.href, 'its host is not public');
    }
    const headers = { accept: '*/*', 'accept-encoding': 'gzip, br', 'user-agent': userAgent };
    const isSecure = url.protocol === 'https:';
    const agent = this.#agents[isSecure ? 'https:' : 'http:'];
    const send = isSecure ? requestSecurely : request;
    const once = () => answerTo(send(url, { agent, headers, lookup: guardedLookup(this.#network), signal }));
    return once().catch((error: unknown) => {
      if (error instanceof StaleConnection) return once();
      throw error;
    });
  }
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

/** @throws {AddressNotAllowedError} */
export function parseWebAddress(address: string | URL): URL {
  const text = String(address);
  if (!URL.canParse(text)) throw new AddressNotAllowedError(text, 'it is no whole address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new AddressNotAllowedError(text, 'it is not http or https');
  if (url.username || url.password) throw new AddressNotAllowedError(text, 'it holds a name or a password');
  return url;
}

function nextAddress(location: string, from: URL): URL {
  if (URL.canParse(location, from.href)) return parseWebAddress(new URL(location, from));
  throw new UnreachableError(from.href, 'it redirects to nowhere', { isLasting: true });
}
