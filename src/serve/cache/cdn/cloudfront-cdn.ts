import { randomUUID } from 'node:crypto';
import type { CloudFront } from '@aws-sdk/client-cloudfront';
import { CdnPurgeError } from '../../../errors.ts';
import { missingSdk } from '../stores/missing-sdk.ts';
import { tagHeader, tagHeaderOfS3 } from '../tags.ts';
import type { Cdn, CdnPurge } from './cdn.ts';
import { shortenPaths } from './shorten-paths.ts';

/** Of one distribution, what may be under way at a time: so many paths, and so many of these with a `*`. */
const mostPaths = 3_000;
const mostWildcards = 15;
const timeoutMs = 20_000;

/** Where a distribution may read tags of ours from. */
const tagHeaders: readonly (string | undefined)[] = [tagHeader, tagHeaderOfS3];

/**
 * A distribution of CloudFront, which goes by tags where it reads ours (`CacheTagConfig`), and by
 * paths where not. The SDK is megabytes and few have one, so it is no dependency, and is loaded
 * for the first purge.
 */
export class CloudFrontCdn implements Cdn {
  readonly name: string;
  readonly #distribution: string;
  readonly #base: string;
  #client: Promise<CloudFront> | undefined;

  /** @param base What comes before every path at its host. */
  constructor(distribution: string, base = '') {
    this.name = `CloudFront, ${distribution}`;
    this.#distribution = distribution;
    this.#base = base;
  }

  async purge({ tags, paths }: CdnPurge): Promise<void> {
    if (paths.length === 0) return;
    this.#client ??= this.#open();
    const client = await this.#client;
    const Items = (await this.#readsTags(client))
      ? tags.map((tag) => `#${tag}`)
      : withinLimits(paths.map((path) => this.#base + path));
    const invalidation = {
      DistributionId: this.#distribution,
      InvalidationBatch: { CallerReference: randomUUID(), Paths: { Quantity: Items.length, Items } },
    };
    await this.#ask(client.createInvalidation(invalidation, inTime()));
  }

  /** Whoever may not look is served by paths, as ever. */
  async #readsTags(client: CloudFront): Promise<boolean> {
    const config = client.getDistributionConfig({ Id: this.#distribution }, inTime());
    const found = await this.#ask(config.catch(unlessDenied));
    return tagHeaders.includes(found?.DistributionConfig?.CacheTagConfig?.HeaderName?.toLowerCase());
  }

  async #ask<Result>(answer: Promise<Result>): Promise<Result> {
    return answer.catch((error: unknown) => {
      throw new CdnPurgeError(this.name, reasonOf(error), error);
    });
  }

  async #open(): Promise<CloudFront> {
    const { CloudFront: Client } = await import('@aws-sdk/client-cloudfront').catch((error: unknown) => {
      throw missingSdk(
        'OG_CLOUDFRONT_DISTRIBUTION names a distribution',
        '@aws-sdk/client-cloudfront',
        error,
      );
    });
    return new Client({ region: 'us-east-1' }); // where all of CloudFront is
  }
}

function inTime() {
  return { abortSignal: AbortSignal.timeout(timeoutMs) };
}

function unlessDenied(error: unknown): undefined {
  if ((error as Error).name !== 'AccessDenied') throw error;
}

function withinLimits(paths: readonly string[]): string[] {
  const exact = shortenPaths(paths.filter(isExact), mostPaths - mostWildcards);
  const wild = [...paths, ...exact].filter((path) => !isExact(path));
  return [...exact.filter(isExact), ...shortenPaths(wild, mostWildcards)];
}

function isExact(path: string): boolean {
  return !path.endsWith('*');
}

function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  switch (name) {
    case 'TooManyInvalidationsInProgress':
      return 'too many invalidations are under way: again in some minutes';
    case 'NoSuchDistribution':
      return 'there is no such distribution: OG_CLOUDFRONT_DISTRIBUTION';
    case 'AccessDenied':
      return 'the account may not do that: it needs cloudfront:CreateInvalidation';
  }
  return message || name;
}
