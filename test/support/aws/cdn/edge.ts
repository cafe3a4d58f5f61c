import { randomUUID } from 'node:crypto';
import type { Answer, Asked } from './answer.ts';
import type { EdgeEvent, EdgeFunction, EdgeHeaders, EdgeRequest, EdgeResponse } from './edge-runtime.ts';

/**
 * Shows a request to the function at the edge: what it lets through, or its own answer. A
 * function that fails is a 503, as at CloudFront.
 */
export async function passEdge(
  asked: Asked,
  edge: EdgeFunction | undefined,
  nowMs: number,
): Promise<{ request: Asked } | { answer: Answer }> {
  if (!edge) return { request: asked };
  try {
    const result = await edge.run(toEvent(asked), asked.rawQuery, nowMs);
    if ('statusCode' in result) return { answer: toAnswer(result) };
    return { request: toAsked(result) };
  } catch (error) {
    return {
      answer: { status: 503, headers: {}, body: Buffer.from(`The function failed: ${String(error)}`) },
    };
  }
}

function toEvent({ method, path, queries, headers }: Asked): EdgeEvent {
  const querystring: EdgeRequest['querystring'] = {};
  for (const [name, value] of queries) {
    const first = querystring[name];
    if (first) first.multiValue = [...(first.multiValue ?? [{ value: first.value }]), { value }];
    else querystring[name] = { value };
  }
  const given = Object.entries(headers).map(([name, value]) => [name, { value }]);
  const distribution = {
    distributionDomainName: 'd111111abcdef8.cloudfront.net',
    distributionId: 'EDFDVBD6EXAMPLE',
  };
  return {
    version: '1.0',
    context: { ...distribution, eventType: 'viewer-request', requestId: randomUUID() },
    viewer: { ip: '198.51.100.11' },
    request: {
      method,
      uri: path,
      querystring,
      headers: Object.fromEntries(given) as EdgeHeaders,
      cookies: {},
    },
  };
}

function toAsked({ method, uri, querystring, headers }: EdgeRequest): Asked {
  const queries = Object.entries(querystring).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map(({ value }) => [name, value] as const),
  );
  return { method, path: uri, queries, rawQuery: undefined, headers: toHeaders(headers) };
}

function toAnswer({ statusCode, headers = {}, body = '' }: EdgeResponse): Answer {
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.data, toEncoding(body.encoding));
  return { status: statusCode, headers: toHeaders(headers), body: bytes };
}

function toEncoding(encoding: 'text' | 'base64'): BufferEncoding {
  return encoding === 'base64' ? 'base64' : 'utf8';
}

function toHeaders(headers: EdgeHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]));
}
