import { createHash } from 'node:crypto';

/** A part of a site's pages: the third of eight, say. */
export interface Shard {
  /** From 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

const mostShards = 10_000;

/** From `3/8`; nothing where it is no such thing. */
export function readShard(text: string): Shard | undefined {
  const [, part, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (!part || !of || part > of || of > mostShards) return undefined;
  return { part, of };
}

/** By the path alone: on every machine the same, whatever else is in the site. */
export function isInShard(path: string, { part, of }: Shard): boolean {
  return createHash('sha256').update(path).digest().readUIntBE(0, 6) % of === part - 1;
}
