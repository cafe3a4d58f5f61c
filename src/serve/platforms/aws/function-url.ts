import type { Answer } from '../../http/answer.ts';

/** A request as the URL of a Lambda hands it over (payload format 2.0), as far as we look at it. */
export interface FunctionUrlEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Names in lower case; several values of one are joined with commas. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly domainName: string;
    readonly http: { readonly method: string };
  };
}

export interface FunctionUrlResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** Whoever calls the function itself, and not its URL, sends something else. */
export function isFunctionUrlEvent(event: unknown): event is FunctionUrlEvent {
  return typeof event === 'object' && event !== null && 'rawPath' in event && 'requestContext' in event;
}

export function addressOf({ rawPath, rawQueryString, requestContext }: FunctionUrlEvent): URL {
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  return new URL(`https://${requestContext.domainName}${rawPath}${query}`);
}

/** All of a request, for what is more than a picture. */
export function toRequest(event: FunctionUrlEvent): Request {
  const { method } = event.requestContext.http;
  const { headers = {}, body, isBase64Encoded } = event;
  const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
  return new Request(addressOf(event), {
    method,
    headers,
    ...(hasBody && { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }),
  });
}

/** Lambda tells the length of a body itself. */
export function toResult({ status, headers, body }: Answer, method: string): FunctionUrlResult {
  const others = Object.entries(headers).filter(([name]) => name !== 'content-length');
  return {
    statusCode: status,
    headers: Object.fromEntries(others),
    body: method === 'HEAD' || body === null ? '' : Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}
