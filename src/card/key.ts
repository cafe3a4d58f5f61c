import { createHash } from 'node:crypto';
import type { CardDocument } from './document.ts';
import type { ImageFormat } from './variants.ts';

/** Names one picture for good: 22 characters of base64url, 132 bits. */
export type CacheKey = string;

/**
 * A hash of the finished document with the format and the engine: what changes
 * the picture (markup, CSS, fonts by content, size, browser, encoder) changes the
 * key, and nothing else does. Known before any browser work.
 */
export function cacheKey(document: CardDocument, format: ImageFormat, engine: string): CacheKey {
  const { width, height, deviceScaleFactor } = document.viewport;
  return createHash('sha256')
    .update(`${width}x${height}@${deviceScaleFactor} ${format} ${engine}\n`)
    .update(document.html)
    .digest('base64url')
    .slice(0, 22);
}
