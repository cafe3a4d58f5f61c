interface Value {
  readonly value: string;
}

/** A request as CloudFront shows it to a function, as far as we look at it. */
export interface EdgeRequest {
  readonly method: string;
  uri: string;
  querystring: Record<string, Value>;
  headers: Record<string, Value>;
  /** As it was sent, without its question mark. */
  rawQueryString(): string | undefined;
}

export interface EdgeEvent {
  readonly request: EdgeRequest;
}

export interface EdgeResponse {
  readonly statusCode: number;
  readonly statusDescription: string;
  readonly headers: Record<string, Value>;
  readonly body: { readonly encoding: 'text'; readonly data: string };
}
