import type { Command } from 'commander';
import type { PurgeOptions } from '../cache.ts';

/** The stored images. */
export function declareCache(program: Command): void {
  const cache = program
    .command('cache')
    .description('show the stored images: how many, how large, how often they helped')
    .action(async () => (await import('../cache.ts')).showCache());

  cache
    .command('purge')
    .description('remove stored images: all, or those that fit every option')
    .option('--template <name>', 'of this template')
    .option('--variant <name>', 'of this size')
    .option('--older-than <duration>', 'made longer ago than this, as in 30d or 12h')
    .action(async (options: PurgeOptions) => (await import('../cache.ts')).purgeCache(options));
}
