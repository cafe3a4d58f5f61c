import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';

interface Question {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Asks a foreign server once; a redirect is an answer like any other. `fetch` would rewrite a URL (a `'` in its
 * query, say) and hide what is wrong with the length of a body.
 */
export async function ask(url: string, { method, headers, body }: Question): Promise<Answer> {
  const { protocol, hostname, port } = new URL(url);
  const options = { hostname, port, path: requestTarget(url), method, headers, agent: false };
  const request = (protocol === 'https:' ? requestHttps : requestHttp)(options);
  // Bytes beyond the declared length are an error of the request, also once its response has begun.
  const broken = new Promise<never>((_, reject) => request.on('error', reject));
  request.end(body);
  const [response] = (await Promise.race([once(request, 'response'), broken])) as [IncomingMessage];
  const received = await Promise.race([buffer(response), broken]);
  return { status: response.statusCode!, headers: response.headers, body: received };
}

/** The path and query as they are written, not as `URL` would have them. */
function requestTarget(url: string): string {
  const target = /^https?:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  return target.startsWith('/') ? target : `/${target}`;
}
