import type { CacheKey } from '../card/key.ts';
import type { ImageFormat } from '../card/variants.ts';
import type { Config } from '../config.ts';
import type { Timings } from './timings.ts';

/** On every answer: a browser that guesses types could take an error for a page. */
export const commonHeaders = { 'x-content-type-options': 'nosniff' } as const;

/**
 * A readable URL keeps its address when its design changes, so it is cached briefly
 * and then asked again by its ETag. At home nobody wants yesterday's design.
 */
export function cacheControl(config: Pick<Config, 'production'>): string {
  return config.production ? 'public, max-age=3600, stale-while-revalidate=86400' : 'no-cache';
}

export const neverCached = { 'cache-control': 'no-store' } as const;

/** Rendering is deterministic, so the key of the document names the very bytes: a strong tag. */
export function etag(key: CacheKey): string {
  return `"${key}"`;
}

export function validatorHeaders(key: CacheKey, config: Config, timings: Timings): Record<string, string> {
  return {
    ...commonHeaders,
    etag: etag(key),
    'cache-control': cacheControl(config),
    'server-timing': timings.toString(),
  };
}

export function imageHeaders(bytes: Uint8Array, format: ImageFormat): Record<string, string> {
  return { 'content-type': `image/${format}`, 'content-length': String(bytes.byteLength) };
}
