/** What a function URL makes of a request: the event of payload format 2.0. */
export interface UrlEvent {
  readonly version: '2.0';
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly accountId: string;
    readonly domainName: string;
    readonly requestId: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: string;
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly timeEpoch: number;
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** What a handler returns, or says before it streams a body. */
export interface HandlerResult {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** From a test to the process that stands for Lambda's runtime. */
export interface Invocation {
  /** Of a URL; nothing where the function itself is called. */
  readonly event: UrlEvent | Readonly<Record<string, never>>;
  readonly timeoutMs: number;
}

/** And back. */
export type InvocationResult =
  | { readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array }
  | { readonly error: string };
