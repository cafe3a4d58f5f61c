import { createHash } from 'node:crypto';
import type { ScreenshotFacts, ScreenshotTimings } from '../../camera/screenshot.ts';
import { imageFormats } from '../../card/variants.ts';

/** Cards are none of the last, and pictures of a site may be. */
const storedFormats = [...imageFormats, 'avif'] as const;

/** What is kept beside the bytes of an image. */
export interface ImageFacts extends Omit<ScreenshotFacts, 'format' | 'headlineClamped' | 'timings'> {
  readonly format: (typeof storedFormats)[number];
  /** Unknown of images of earlier versions. */
  readonly headlineClamped?: boolean;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
}

/** A finished image as the cache keeps it. */
export interface CachedImage extends ImageFacts {
  readonly bytes: Buffer;
}

/** An image that has just been made, and is not kept yet. */
export interface MadeImage extends Omit<CachedImage, 'createdAt'> {
  /** What photographing took, of those that were. */
  readonly timings?: ScreenshotTimings;
}

const magic = Buffer.from('CSTOCK2\n');
const digestBytes = 32;
const headBytes = magic.length + digestBytes + 4;

/**
 * An image as one file: magic, SHA-256 of all that follows, the length of the description,
 * the description as JSON, the image.
 */
export function packEntry({ bytes, ...description }: CachedImage): Buffer {
  const json = Buffer.from(JSON.stringify(description));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const content = Buffer.concat([length, json, bytes]);
  return Buffer.concat([magic, digest(content), content]);
}

/** The image of a file, or nothing where a bit of it is not as it was written. */
export function unpackEntry(file: Buffer): CachedImage | undefined {
  if (file.length < headBytes || !file.subarray(0, magic.length).equals(magic)) return undefined;
  const content = file.subarray(magic.length + digestBytes);
  if (!digest(content).equals(file.subarray(magic.length, magic.length + digestBytes))) return undefined;
  const start = 4 + content.readUInt32BE();
  const description = parse(content.toString('utf8', 4, start));
  return description && storedFormats.includes(description.format)
    ? { ...description, bytes: content.subarray(start) }
    : undefined;
}

/** The sum says that it is as it was written, not that what wrote it was this version of us. */
function parse(json: string): ImageFacts | undefined {
  try {
    return (JSON.parse(json) as ImageFacts | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function digest(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
