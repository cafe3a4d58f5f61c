import type { Answer } from './answer.ts';
import { type CachePolicy, defaultErrorTtlSeconds, type Distribution } from './distribution.ts';

/** Errors that CloudFront keeps; others it passes on. */
const keptErrors = [400, 403, 404, 405, 410, 412, 414, 415, 500, 501, 502, 503, 504];

/**
 * How long an answer is kept, as CloudFront documents it: what `Cache-Control` says within the
 * bounds of the policy; an error for as long as the distribution says, or longer where it says so itself.
 */
export function lifetimeSeconds(
  { status, headers }: Answer,
  policy: CachePolicy,
  errorPages: Distribution['errorPages'],
): number {
  const said = readCacheControl(headers['cache-control'] ?? '');
  if (status >= 400) {
    if (!keptErrors.includes(status)) return 0;
    const ttl = errorPages.get(status)?.ttlSeconds ?? defaultErrorTtlSeconds;
    return Math.max(ttl, said.isForbidden ? 0 : (said.maxAge ?? 0));
  }
  const { minTtlSeconds, defaultTtlSeconds, maxTtlSeconds } = policy;
  if (said.isForbidden) return minTtlSeconds;
  if (said.maxAge === undefined) return Math.max(minTtlSeconds, defaultTtlSeconds);
  return Math.min(Math.max(minTtlSeconds, said.maxAge), maxTtlSeconds);
}

function readCacheControl(header: string) {
  const words = header.toLowerCase().split(/\s*,\s*/);
  const seconds = (name: string) => {
    const word = words.find((word) => word.startsWith(`${name}=`));
    return word === undefined ? undefined : Number(word.slice(name.length + 1));
  };
  return {
    isForbidden: ['no-store', 'no-cache', 'private'].some((word) => words.includes(word)),
    maxAge: seconds('s-maxage') ?? seconds('max-age'),
  };
}
