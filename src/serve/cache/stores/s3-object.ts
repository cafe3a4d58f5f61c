import { createHash } from 'node:crypto';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { type ImageFacts, packEntry, unpackEntry } from '../entry.ts';
import { cachedForGood } from '../for-good.ts';
import { subjectOf } from '../subject.ts';
import { tagHeader, tagsOf } from '../tags.ts';
import { spelledInAscii, spelledPlainly } from './key-spelling.ts';
import type { StoreKey } from './store.ts';

/** What an object is sent with and asked for: the picture itself, and what we keep beside it. */
export type S3Object = Required<Pick<PutObjectCommandInput, 'ContentType' | 'CacheControl' | 'Metadata'>> & {
  readonly Body: Buffer;
};

/**
 * An entry as an object that S3, or a CDN before it, can serve without us: its bytes are the
 * picture's. What is no entry is kept as it is, and found to be none by whoever reads it.
 */
export function toObject(key: StoreKey, entry: Buffer): S3Object {
  const image = unpackEntry(entry);
  const { bytes: Body, ...facts } = image ?? { bytes: entry };
  return {
    Body,
    ContentType: image ? `image/${image.format}` : 'application/octet-stream',
    CacheControl: cachedForGood,
    Metadata: {
      key: spelledInAscii(key),
      sha256: digest(Body),
      [tagHeader]: tagsOf(subjectOf(key) ?? {}).join(),
      ...(image && { facts: JSON.stringify(facts) }),
    },
  };
}

/** The entry of an object; nothing where a bit of it is not as it was written. */
export function toEntry(body: Buffer, { facts, sha256 }: Record<string, string> = {}): Buffer | undefined {
  if (sha256 !== digest(body)) return undefined;
  return facts === undefined ? body : packEntry({ ...(JSON.parse(facts) as ImageFacts), bytes: body });
}

/** What an object was put in by; nothing where it is none of ours. */
export function keyIn({ key }: Record<string, string> = {}): StoreKey | undefined {
  return key === undefined ? undefined : spelledPlainly(key);
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
