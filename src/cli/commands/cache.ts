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
    .description('remove stored images, here and from your CDN: all, or those that fit every option')
    .option('--image <path>', 'every size of this picture')
    .option('--template <name>', 'cards of this template')
    .option('--variant <name>', 'of this size')
    .option('--tag <tag>', 'with this cache tag, as in template-plain')
    .option('--older-than <duration>', 'made longer ago than this, as in 30d or 12h; no CDN is told')
    .option('--no-cdn', 'leave CDNs alone')
    .addHelpText(
      'after',
      '\nExamples:\n  cardstock cache purge --image blog/photo.jpg\n  cardstock cache purge --template article',
    )
    .action(async (options: PurgeOptions) => (await import('../cache.ts')).purgeImages(options));
}
