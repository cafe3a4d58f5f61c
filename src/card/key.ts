import { createHash } from 'node:crypto';
import type { CardDocument } from './document.ts';
import { pinnedEngine } from './engine.ts';
import type { ImageFormat } from './variants.ts';

/** Names one picture for good: 22 characters of base64url, 132 bits. */
export type CacheKey = string;

/**
 * A hash of the finished document with the format and the engine: what changes
 * the picture (markup, CSS, fonts by content, size, browser, encoder) changes the
 * key, and nothing else does. Known before any browser work.
 */
export function cacheKey(document: CardDocument, format: ImageFormat, engine: string): CacheKey {
  return hash(document, `${format} ${engine}`).toString('base64url').slice(0, 22);
}

/** 6 bytes: two designs of one card meet by accident once in 2^48. */
export const contentVersionBytes = 6;

/**
 * Which design a URL was made for. Unlike the key it names the engine we ship with, so that
 * a site built on any machine has the URLs the deployed function takes for current.
 */
export function contentVersion(document: CardDocument): Buffer {
  return hash(document, pinnedEngine).subarray(0, contentVersionBytes);
}

function hash({ html, faces, viewport, chroma }: CardDocument, means: string): Buffer {
  const { width, height, deviceScaleFactor } = viewport;
  return createHash('sha256')
    .update(
      `${width}x${height}@${deviceScaleFactor} ${chroma ?? ''} ${means}\n${faces.map(({ id }) => id).join()}\n`,
    )
    .update(html)
    .digest();
}
