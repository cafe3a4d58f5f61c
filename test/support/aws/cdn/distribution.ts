/** A distribution as CloudFront has it, of what the stand-in knows. */
export interface Distribution {
  /** In the order in which they are tried; the last one takes every path. */
  readonly behaviors: readonly Behavior[];
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
}

export interface Behavior {
  readonly pathPattern: string;
  /** In the order in which they are asked. */
  readonly origins: readonly Origin[];
  /** Answers of an origin after which the next is asked. */
  readonly failoverStatuses: readonly number[];
  readonly methods: readonly string[];
  readonly cache: CachePolicy;
  /** What goes to the origins beside what is in the cache key. */
  readonly forwarded: Parameters;
  /** The code of the function that sees each request. */
  readonly edgeFunction: string | undefined;
  /** Set on every answer, over what the origin says. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

export interface Origin {
  readonly id: string;
  readonly kind: 's3' | 'lambda';
  /** In front of the path. */
  readonly path: string;
  readonly hasShield: boolean;
  /** Whether requests are signed; without it they come as anybody's. */
  readonly isSigned: boolean;
}

/** Which of a request counts: names, or all. */
export interface Parameters {
  readonly queries: readonly string[] | 'all';
  readonly headers: readonly string[] | 'all';
}

export interface CachePolicy extends Parameters {
  readonly minTtlSeconds: number;
  readonly defaultTtlSeconds: number;
  readonly maxTtlSeconds: number;
}

export interface ErrorPage {
  readonly ttlSeconds: number;
  /** Asked for in place of the error. */
  readonly path?: string;
  readonly status?: number;
}

/** How long an error is kept where the distribution does not say. */
export const defaultErrorTtlSeconds = 10;
