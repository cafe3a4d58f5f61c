import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly delayMs?: number;
}

export interface TestServer {
  readonly origin: string;
  /** Paths in the order in which they were asked for. */
  readonly paths: string[];
  readonly requests: IncomingMessage[];
  count(path: string): number;
}

/** A server on this machine that goes when the test ends, however it misbehaves. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const requests: IncomingMessage[] = [];
  const paths: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    paths.push(request.url ?? '');
    respond(request, response);
  });
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => {})));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const count = (path: string) => paths.filter((asked) => asked === path).length;
  return { origin: `http://127.0.0.1:${port}`, paths, requests, count };
}

/** Answers each path as it is told to, and every other with a 404. */
export function answering(answers: Readonly<Record<string, Answer | Respond>>): Respond {
  return (request, response) => {
    const answer = answers[request.url ?? ''] ?? { status: 404, type: 'text/plain', body: 'not here' };
    if (typeof answer === 'function') return answer(request, response);
    const { status = 200, type, headers = {}, body = '', delayMs } = answer;
    const send = () =>
      response.writeHead(status, { ...(type && { 'content-type': type }), ...headers }).end(body);
    if (delayMs === undefined) send();
    else setTimeout(send, delayMs);
  };
}

/** Bytes for as long as anybody listens. */
export function pour(response: ServerResponse, chunk: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more).on('error', () => {});
  more();
}
