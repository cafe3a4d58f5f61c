import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { sign } from '../sign.ts';
import type { Credentials } from '../sigv4.ts';
import { type Answer, type Asked, plain, readHeaders, writeTarget } from './answer.ts';
import type { Origin } from './distribution.ts';

/** Where an origin of the distribution really is. */
export interface OriginServer {
  readonly port: number;
  /** The name that it goes by. */
  readonly host: string;
  /** In front of every path: where a bucket is a folder of its server. */
  readonly folder?: string;
  /** CloudFront's own, with which it signs. */
  readonly credentials: Credentials;
  readonly region: string;
}

/** What CloudFront answers itself where an origin cannot be reached, and fails over at as at a 503. */
const unreachable = 503;

/** Asks an origin as CloudFront does: in its own name, and signed where the distribution says so. */
export async function askOrigin(origin: Origin, server: OriginServer, asked: Asked): Promise<Answer> {
  const target = writeTarget({ ...asked, path: `${server.folder ?? ''}${origin.path}${asked.path}` });
  const headers = { ...asked.headers, host: server.host, 'user-agent': 'Amazon CloudFront' };
  const { method } = asked;
  const { credentials, region } = server;
  const terms = { credentials, region, service: origin.kind, now: Date.now() };
  const signed = origin.isSigned ? sign({ method, target, headers }, terms) : headers;
  try {
    return await send(method, server.port, target, signed);
  } catch (error) {
    return plain(unreachable, `The origin cannot be reached: ${(error as Error).message}`);
  }
}

function send(method: string, port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      buffer(response).then((body) => {
        resolve({ status: response.statusCode!, headers: readHeaders(response), body });
      }, reject);
    });
    asking.on('error', reject);
    asking.end();
  });
}
