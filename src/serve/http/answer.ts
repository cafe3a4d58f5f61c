import type { CardRecord } from './request-record.ts';

/**
 * What a request gets, before it becomes a web-standard `Response`. Servers that can send
 * bytes take it as it is: making a body stream of a picture and reading it back takes
 * longer than all the rest of a cache hit.
 */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** What became known on the way, for logs and figures alone. */
  readonly record?: CardRecord;
}

export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body && new Uint8Array(body), { status, headers });
}

/** HEAD gets the headers of GET, and nothing else. */
export function withoutBody(answer: Answer, method: string): Answer {
  return method === 'HEAD' ? { ...answer, body: null } : answer;
}
