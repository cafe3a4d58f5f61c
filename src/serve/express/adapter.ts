import { Readable } from 'node:stream';
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express';
import { MethodNotAllowedError } from '../../errors.ts';
import type { Answer } from '../http/answer.ts';
import { methods } from '../http/parse.ts';

/** Lets express serve a handler of web-standard requests, byte for byte as Netlify would. */
export function adapt(handler: (request: Request) => Promise<Answer>): RequestHandler {
  return async (request, response) => send(await handler(toWebRequest(request, response)), response);
}

export function send({ status, headers, body }: Answer, response: ExpressResponse): void {
  response.writeHead(status, headers).end(body);
}

function toWebRequest(request: ExpressRequest, response: ExpressResponse): Request {
  // The web's Request refuses to be a TRACE at all.
  if (request.method === 'TRACE') throw new MethodNotAllowedError(methods);
  const left = new AbortController(); // fires when the client goes away before its answer
  response.once('close', () => left.abort());
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  // The host a client names is not to be trusted, and nothing reads it.
  return new Request(`http://localhost${request.originalUrl}`, {
    method: request.method,
    headers,
    signal: left.signal,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
  });
}
