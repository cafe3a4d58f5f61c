import { Agent as HttpAgent, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AddressNotAllowedError } from '../../errors.ts';
import { readBody } from './body.ts';
import { askGuarded } from './guarded-client.ts';
import { internet, type Network } from './network.ts';

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
      http: new HttpAgent({ keepAlive: true }),
      https: new HttpsAgent({ keepAlive: true, ...(ca && { ca }) }),
    };
  }

  /**
   * What an address answers, whatever its status.
   *
   * @throws {AddressNotAllowedError} it, or what it redirects to, is not http(s) or not public.
   * @throws {UnreachableError} no whole answer came, or more than five redirects.
   */
  async ask(address: string | URL, options: AskOptions): Promise<WebAnswer> {
    const { userAgent, maxBytes, timeoutMs, signal } = options;
    const start = performance.now();
    const headers = { accept: '*/*', 'accept-encoding': 'gzip, br', 'user-agent': userAgent };
    const { url, redirects, body } = await askGuarded({
      url: parseWebAddress(address),
      network: this.#network,
      optionsOf: ({ protocol }) => ({
        agent: protocol === 'https:' ? this.#agents.https : this.#agents.http,
        headers,
      }),
      next: parseWebAddress,
      read: async (response) => ({
        status: response.statusCode ?? 0,
        headers: response.headers,
        ...(await readBody(response, maxBytes)),
      }),
      maxRedirects,
      timeoutMs,
      signal,
    });
    return { url: url.href, redirects, ...body, elapsedMs: performance.now() - start };
  }

  /** Ends the connections that are kept for a next request. */
  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
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
