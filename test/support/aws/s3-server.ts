import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { Bucket, type StoredObject } from './s3-bucket.ts';
import { S3Fault } from './s3-fault.ts';
import {
  type Asked,
  type Operation,
  operationOf,
  perform,
  type Reply,
  type S3Account,
} from './s3-operations.ts';
import { errorXml } from './s3-xml.ts';
import { verify } from './sigv4.ts';

export type { Operation, S3Account } from './s3-operations.ts';

/** What goes wrong with it: late, for ever, the connection cut, or refused with a status and a code of S3. */
export type Trouble =
  { readonly lateMs: number } | 'silent' | 'dead' | { readonly status: number; readonly code: string };

export const accessDenied: Trouble = { status: 403, code: 'AccessDenied' };
export const slowDown: Trouble = { status: 503, code: 'SlowDown' };

export interface S3Request {
  readonly operation: Operation;
  /** Of the object; of a list, its prefix. */
  readonly key: string;
  readonly status: number;
  readonly accessKeyId: string | undefined;
}

export interface S3ServerOptions {
  /** @default one, `cards` */
  readonly buckets?: readonly string[];
  /** Who may come. @default {@link owner} */
  readonly accounts?: readonly S3Account[];
  /** How many a list has at most. @default 1000, as in AWS */
  readonly keysOfPage?: number;
}

export const owner: S3Account = { accessKeyId: 'OWNER', secretAccessKey: 'the secret of the owner' };
export const region = 'eu-central-1';

/**
 * An S3 over HTTP, path-style, that holds its clients to what AWS does: signatures, times and
 * sums are verified, conditional writes are honoured, and what a client does not see of AWS it
 * does not see here. It counts, and can be broken in the ways that S3 is.
 */
export class S3Server {
  readonly requests: S3Request[] = [];
  /** Who may come. */
  readonly accounts: S3Account[];
  #trouble: { trouble: Trouble; operations: readonly Operation[] | undefined; times: number } | undefined;
  readonly #buckets: Map<string, Bucket>;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  readonly #keysOfPage: number;

  private constructor({ buckets = ['cards'], accounts = [owner], keysOfPage = 1_000 }: S3ServerOptions) {
    this.#keysOfPage = keysOfPage;
    this.#buckets = new Map(buckets.map((name) => [name, new Bucket()]));
    this.accounts = [...accounts];
  }

  static async start(options: S3ServerOptions = {}): Promise<S3Server> {
    const s3 = new S3Server(options);
    s3.#server.listen(0, '127.0.0.1');
    await once(s3.#server, 'listening');
    return s3;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a process needs in its environment to be the first account. */
  get environment(): Record<string, string> {
    const [{ accessKeyId, secretAccessKey } = owner] = this.accounts;
    return {
      AWS_ENDPOINT_URL_S3: this.endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
  }

  /** The objects of a bucket, to look at and to damage. */
  objects(bucket = 'cards'): Map<string, StoredObject> {
    return this.#buckets.get(bucket)!.objects;
  }

  count(operation: Operation): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  /** From now on, or for some requests, this goes wrong. */
  breakDown(
    trouble: Trouble,
    { operations, times = Infinity }: { operations?: Operation[]; times?: number } = {},
  ) {
    this.#trouble = { trouble, operations, times };
  }

  recover(): void {
    this.#trouble = undefined;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request).catch(() => undefined);
    if (!body) return; // who asked has left
    const asked = this.#read(request, body);
    const trouble = asked instanceof S3Fault ? undefined : this.#takeTrouble(asked.operation);
    if (typeof trouble === 'object' && 'lateMs' in trouble) await wait(trouble.lateMs);
    if (trouble === 'dead') request.socket.destroy();
    const signer = this.#signerOf(request, body);
    const reply = this.#replyTo(request, { asked, signer, trouble });
    if (!(asked instanceof S3Fault)) {
      const accessKeyId = signer instanceof S3Fault ? undefined : signer.accessKeyId;
      this.requests.push({ operation: asked.operation, key: asked.key, status: reply.status, accessKeyId });
    }
    if (trouble === 'dead' || trouble === 'silent') return;
    const content = reply.body ?? '';
    const length = { 'content-length': Buffer.byteLength(content), 'x-amz-request-id': '0' };
    response.writeHead(reply.status, { ...length, ...reply.headers });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  #takeTrouble(operation: Operation): Trouble | undefined {
    const current = this.#trouble;
    if (!current || (current.operations && !current.operations.includes(operation))) return undefined;
    current.times -= 1;
    if (current.times <= 0) this.#trouble = undefined;
    return current.trouble;
  }

  #signerOf({ method = '', url = '', headers }: IncomingMessage, body: Buffer): S3Account | S3Fault {
    const terms = { credentials: this.accounts, region, service: 's3', body, now: Date.now() };
    const verified = verify({ method, target: url, headers }, terms);
    if ('fault' in verified)
      return new S3Fault(verified.fault === 'XAmzContentSHA256Mismatch' ? 400 : 403, verified.fault);
    return verified.signer;
  }

  #replyTo(
    request: IncomingMessage,
    {
      asked,
      signer,
      trouble,
    }: { asked: Asked | S3Fault; signer: S3Account | S3Fault; trouble: Trouble | undefined },
  ): Reply {
    try {
      if (asked instanceof S3Fault) throw asked;
      if (typeof trouble === 'object' && 'code' in trouble) throw new S3Fault(trouble.status, trouble.code);
      if (trouble === 'dead' || trouble === 'silent') return { status: 0 };
      if (signer instanceof S3Fault) throw signer;
      return perform(asked, request, signer);
    } catch (error) {
      const fault = error instanceof S3Fault ? error : new S3Fault(500, 'InternalError');
      return { status: fault.status, headers: { 'content-type': 'application/xml' }, body: errorXml(fault) };
    }
  }

  #read({ method, url = '' }: IncomingMessage, body: Buffer): Asked | S3Fault {
    const { pathname, searchParams: query } = new URL(url, 'http://s3');
    const [, bucketName = '', path = ''] = /^\/([^/]*)\/?(.*)$/s.exec(pathname) ?? [];
    const bucket = this.#buckets.get(bucketName);
    if (!bucket) return new S3Fault(404, 'NoSuchBucket');
    const operation = operationOf(method, path, query);
    if (!operation) return new S3Fault(501, 'NotImplemented');
    const key = operation === 'ListObjectsV2' ? (query.get('prefix') ?? '') : decodeURIComponent(path);
    return { operation, bucket, bucketName, key, query, body, keysOfPage: this.#keysOfPage };
  }
}
