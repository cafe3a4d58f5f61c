import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Loopback, serveOnLoopback } from '../loopback.ts';
import { type Credentials, verify } from '../sigv4.ts';
import type { Invocation, InvocationResult, UrlEvent } from './event.ts';
import { type FunctionPackage, Instance } from './instance.ts';

export interface FunctionUrlOptions {
  readonly code: FunctionPackage;
  /** Who may call it. */
  readonly callers: readonly Credentials[];
  readonly region: string;
  /** How many instances there may be. */
  readonly reservedConcurrency: number;
  /** Holds a folder of temporary files for each instance. */
  readonly folder: string;
}

export interface LambdaCounts {
  invocations: number;
  coldStarts: number;
  /** Turned away by a signature that does not fit. */
  forbidden: number;
  throttled: number;
}

type Result = Exclude<InvocationResult, { error: string }>;

/**
 * A function behind its URL, as Lambda runs it: callers are known by their signatures; an
 * instance handles one event at a time, and where none is free another is started, up to the
 * reserved concurrency.
 */
export class FunctionUrl {
  readonly counts: LambdaCounts = { invocations: 0, coldStarts: 0, forbidden: 0, throttled: 0 };
  /** What it answered, in order: of its `Cache-Status`, how each card came. */
  readonly answers: Result[] = [];
  readonly #options: FunctionUrlOptions;
  readonly #free: Instance[] = [];
  readonly #all = new Set<Instance>();
  #server!: Loopback;
  #isDown = false;
  #starting = 0;

  private constructor(options: FunctionUrlOptions) {
    this.#options = options;
  }

  static async start(options: FunctionUrlOptions): Promise<FunctionUrl> {
    const url = new FunctionUrl(options);
    url.#server = await serveOnLoopback((request, response) => void url.#serve(request, response));
    return url;
  }

  get port(): number {
    return this.#server.port;
  }

  /** What all its instances have written, one line each event. */
  get log(): string {
    return [...this.#all].map(({ log }) => log).join('');
  }

  /** Calls the function itself, or for what came to its URL. */
  async invoke(event: Invocation['event']): Promise<Result> {
    const { reservedConcurrency } = this.#options;
    if (this.#free.length === 0 && this.#all.size + this.#starting >= reservedConcurrency) {
      this.counts.throttled += 1;
      return message(429, 'Rate Exceeded.');
    }
    this.counts.invocations += 1;
    try {
      const instance = this.#free.pop() ?? (await this.#start());
      const result = await instance.handle(event).finally(() => this.#release(instance));
      return 'error' in result ? message(502, 'Internal Server Error') : result;
    } catch {
      return message(502, 'Internal Server Error'); // it has ended, or took too long
    }
  }

  /** From now on nobody gets an answer. */
  breakDown(): void {
    this.#isDown = true;
  }

  recover(): void {
    this.#isDown = false;
  }

  /** Ends all instances, as Lambda does when a new version is deployed or nobody has come for a while. */
  async retire(): Promise<void> {
    this.#free.length = 0;
    await Promise.all([...this.#all].map((instance) => instance.stop()));
    this.#all.clear();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#server.close(), this.retire()]);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isDown) return void request.socket.destroy();
    const body = await buffer(request);
    const { status, headers, body: bytes } = await this.#answer(request, body);
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  async #answer(request: IncomingMessage, body: Buffer): Promise<Result> {
    const { callers: credentials, region } = this.#options;
    const { method = '', url: target = '', headers } = request;
    const terms = { credentials, region, service: 'lambda', body, now: Date.now() };
    if ('fault' in verify({ method, target, headers }, terms)) {
      this.counts.forbidden += 1;
      return message(403, 'Forbidden');
    }
    const result = await this.invoke(toEvent(request, body));
    this.answers.push(result);
    return result;
  }

  async #start(): Promise<Instance> {
    const { code, folder } = this.#options;
    this.counts.coldStarts += 1;
    this.#starting += 1;
    try {
      const instance = await Instance.start(code, join(folder, `instance-${this.counts.coldStarts}`));
      this.#all.add(instance);
      return instance;
    } finally {
      this.#starting -= 1;
    }
  }

  #release(instance: Instance): void {
    if (instance.isAlive && this.#all.has(instance)) this.#free.push(instance);
    else this.#all.delete(instance);
  }
}

function message(status: number, Message: string): Result {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ Message })),
  };
}

function toEvent({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): UrlEvent {
  const [rawPath = '/', rawQueryString = ''] = url.split(/\?(.*)/s);
  const given = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '198.51.100.11' };
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(given) as Record<string, string>,
    ...(rawQueryString && { queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)) }),
    requestContext: {
      accountId: '123456789012',
      domainName: headers.host ?? '',
      requestId: randomUUID(),
      http: { ...http, userAgent: headers['user-agent'] ?? '' },
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}
