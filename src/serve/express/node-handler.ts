import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { CardstockError, MalformedRequestError, MethodNotAllowedError, NotFoundError } from '../../errors.ts';
import type { Answer } from '../http/answer.ts';
import { rememberClient } from '../http/client.ts';
import { answerError } from '../http/answer-error.ts';
import { methods } from '../http/parse.ts';
import { isApiPath, type Mount, routeOf } from '../url/paths.ts';

/** What answers requests. */
export interface Answers {
  card: AnswerRequest;
  redirect: AnswerRequest;
  /** Nothing where nobody serves pictures of their own; a 404 of it is passed on. */
  picture?: AnswerRequest;
  /** Where somebody may administrate. */
  api?: AnswerRequest;
}

export type AnswerRequest = (request: Request) => Promise<Answer>;

/** What a handler is given, said without Node's own types: not everybody who compiles has these. */
export interface NodeRequest {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly headers: { readonly accept?: string | undefined };
}

export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): { end(body: unknown): unknown };
}

/**
 * A handler for Node's own server and for whatever is built upon it: express, connect, Fastify's
 * raw requests. Byte for byte as Netlify would answer.
 *
 * @param next Gets what is no card, and no picture that there is; without it that is a 404.
 */
export type NodeHandler = (
  request: NodeRequest,
  response: NodeResponse,
  next?: (error?: unknown) => void,
) => Promise<void>;

export function nodeHandler(answers: Answers, mount: () => Mount): NodeHandler {
  return async (request, response, next) => {
    const [pathname = ''] = (request.url ?? '').split('?');
    const answer = answerAt(pathname, answers, mount());
    if (!answer && next) return next();
    try {
      if (!answer) throw new NotFoundError();
      const answered = await answer(toWebRequest(request as IncomingMessage, response as ServerResponse));
      if (next && answer === answers.picture && answered.status === 404) return next();
      send(answered, response);
    } catch (thrown) {
      sendError(thrown, request, response);
    }
  };
}

/** Which of the answers a path leads to, if any. */
export function answerAt(pathname: string, answers: Answers, mount: Mount) {
  const route = answers.api && isApiPath(pathname, mount) ? 'api' : routeOf(pathname, mount);
  return route && ((request: Request) => (answers[route] ?? answers.card)(request));
}

/** What Node or a framework itself refuses, such as a malformed escape in the path, is the client's mistake. */
export function sendError(thrown: unknown, request: NodeRequest, response: NodeResponse): void {
  const error = thrown instanceof CardstockError ? thrown : new MalformedRequestError(thrown);
  send(answerError(error, request.method ?? 'GET', request.headers.accept ?? null), response);
}

function send({ status, headers, body }: Answer, response: NodeResponse): void {
  response.writeHead(status, headers).end(body);
}

function toWebRequest(request: IncomingMessage, response: ServerResponse): Request {
  // The web's Request refuses to be a TRACE at all.
  if (request.method === 'TRACE') throw new MethodNotAllowedError(methods);
  const left = new AbortController(); // fires when the client goes away before its answer
  // To fire it is a third of what a refusal costs, and who was answered has nothing to stop.
  response.once('close', () => response.writableEnded || left.abort());
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  // The host a client names is not to be trusted, and nothing reads it.
  const asked = new Request(`http://localhost${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    signal: left.signal,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
  });
  // Express knows which proxies' word counts.
  const { ip = request.socket.remoteAddress } = request as IncomingMessage & { ip?: string };
  return rememberClient(asked, ip);
}
