import type { CacheKey } from '../../../card/key.ts';
import type { Card } from '../../../card/resolve.ts';
import { fileExtensions } from '../../../card/variants.ts';

/** `<template>/<variant>/<key>.<extension>`: what a person or a purge looks for comes first. */
export type StoreKey = string;

type Named = Pick<Card, 'variant' | 'format'> & { readonly template: Pick<Card['template'], 'name'> };

export function storeKey({ template, variant, format }: Named, key: CacheKey): StoreKey {
  return `${template.name}/${variant}/${key}.${fileExtensions[format]}`;
}

export interface StoreEntry {
  /** Where images lie under the paths of their URLs, `/` and that path; all methods but `claim` take it. */
  readonly key: StoreKey;
  /** Absent where the store does not tell without fetching. */
  readonly bytes?: number | undefined;
  /** When it was written, in milliseconds since 1970; absent likewise. */
  readonly storedAt?: number | undefined;
}

/** Lets others make the image. */
export type Release = () => Promise<void>;

/**
 * A place for finished images that outlives the process, and may be shared by many. A value is
 * there as a whole or not at all, and of two writes one wins. Any method may fail or take long,
 * which the cache lives with; one that cannot reach its place must not answer as if that were
 * empty. The tests hold every store to this with one suite.
 */
export interface Store {
  /** What it is and where, for people. */
  readonly description: string;
  /**
   * @param path Of the URL that shows this image for good, where there is one: a store that is
   * served from without us keeps it there.
   */
  get(key: StoreKey, path?: string): Promise<Buffer | undefined>;
  /** Whether `get` would find it, where a store can tell for less. */
  has?(key: StoreKey, path?: string): Promise<boolean>;
  /** As `get`, without counting as a use, where a store counts uses. */
  peek?(key: StoreKey): Promise<Buffer | undefined>;
  /** What another process has put there before and stays, where the store keeps the first of two. */
  set(key: StoreKey, value: Buffer, path?: string): Promise<Buffer | undefined>;
  /** No complaint where there is nothing. */
  delete(key: StoreKey): Promise<void>;
  /** Many at once, where a store can do that. */
  deleteAll?(keys: readonly StoreKey[]): Promise<void>;
  /** What an image was asked for by that is listed by its path. */
  keyOf?(key: StoreKey): Promise<StoreKey | undefined>;
  /**
   * Says to all who share the store that an image is being made, until it is released or the
   * time is over; nothing where somebody else has said so.
   */
  claim?(key: StoreKey, forMs: number): Promise<Release | undefined>;
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
