import { setTimeout as pause } from 'node:timers/promises';

/** What came of one try, and whether another may come to something else. */
export interface Failure {
  readonly outcome: 'failed';
  readonly reason: string;
  readonly isTemporary: boolean;
  /** What the server asks for in `Retry-After`. */
  readonly retryAfterMs?: number | undefined;
}

export interface RetryOptions {
  /** Beyond the first try. */
  readonly retries: number;
  /** Doubled each time, and half of it left to chance, so that many who wait do not come back as one. */
  readonly firstDelayMs: number;
  readonly signal: AbortSignal | undefined;
  onRetry(failure: Failure, delayMs: number): Promise<void>;
}

const maxDelayMs = 30_000;
/** Who asks for more patience than this is not waited for. */
const maxRetryAfterMs = 120_000;

/** Tries until it comes to something, to a lasting failure, or to the last failure. */
export async function withRetries<Success extends { readonly outcome: string }>(
  attempt: () => Promise<Success | Failure>,
  options: RetryOptions,
): Promise<Success | Failure> {
  for (let retry = 0; ; retry += 1) {
    const result = await attempt();
    if (!isFailure(result) || !result.isTemporary || retry >= options.retries) return result;
    if ((result.retryAfterMs ?? 0) > maxRetryAfterMs) return result;
    const delayMs = delayBefore(retry, result, options.firstDelayMs);
    await options.onRetry(result, delayMs);
    await pause(delayMs, undefined, { ...(options.signal && { signal: options.signal }) });
  }
}

export function isFailure(result: { readonly outcome: string }): result is Failure {
  return result.outcome === 'failed';
}

function delayBefore(retry: number, { retryAfterMs = 0 }: Failure, firstDelayMs: number): number {
  const delayMs = Math.min(maxDelayMs, firstDelayMs * 2 ** retry);
  return Math.max(retryAfterMs, Math.round(delayMs * (0.5 + Math.random() / 2)));
}

const temporaryStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

export function isTemporary(status: number): boolean {
  return temporaryStatuses.has(status);
}

/** `Retry-After` in its two forms: seconds, or a date. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
