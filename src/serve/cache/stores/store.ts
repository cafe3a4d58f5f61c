import type { CacheKey } from '../../../card/key.ts';
import type { Card } from '../../../card/resolve.ts';
import { fileExtensions } from '../../../card/variants.ts';

/** `<template>/<variant>/<key>.<extension>`: what a person or a purge looks for comes first. */
export type StoreKey = string;

export function storeKey({ template, variant, format }: Card, key: CacheKey): StoreKey {
  return `${template.name}/${variant}/${key}.${fileExtensions[format]}`;
}

export interface StoreEntry {
  readonly key: StoreKey;
  /** Absent where the store does not tell without fetching. */
  readonly bytes?: number;
}

/**
 * A place for finished images that outlives the process, and may be shared by many. A value is
 * there as a whole or not at all, and of two writes one wins. Any method may fail or take long,
 * which the cache lives with; one that cannot reach its place must not answer as if that were
 * empty. The tests hold every store to this with one suite.
 */
export interface Store {
  /** What it is and where, for people. */
  readonly description: string;
  get(key: StoreKey): Promise<Buffer | undefined>;
  /** As `get`, without counting as a use, where a store counts uses. */
  peek?(key: StoreKey): Promise<Buffer | undefined>;
  set(key: StoreKey, value: Buffer): Promise<void>;
  /** No complaint where there is nothing. */
  delete(key: StoreKey): Promise<void>;
  /** Goes on while images are removed. */
  list(): AsyncIterable<StoreEntry>;
  /** Adds to the counts kept beside the images. */
  recordHits?(hits: HitCounts): Promise<void>;
  readHits?(): Promise<HitCounts>;
}

/** How requests for pictures went. */
export interface HitCounts {
  /** Answered from memory or from the store. */
  hits: number;
  /** Had to wait for the camera. */
  misses: number;
}
