import type { CardstockError } from '../../errors.ts';
import type { CachedCard } from '../cache/image-cache.ts';

/** The `Cache-Status` header of RFC 9211: where a picture came from, in the standard's words. */
export function cacheStatus({ origin, isStored }: CachedCard): string {
  if (origin === 'memory' || origin === 'store') return `cardstock; hit; detail=${origin}`;
  const collapsed = origin === 'shared' ? '; collapsed' : '';
  return `cardstock; fwd=uri-miss${collapsed}${isStored ? '; stored' : ''}`;
}

/** Of a picture that stands in for another: which error it covers. */
export function fallbackStatus({ code, status }: CardstockError): string {
  return `cardstock; fwd=miss; fwd-status=${status}; detail=${code}`;
}
