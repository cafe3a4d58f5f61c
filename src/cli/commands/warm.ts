import type { Command } from 'commander';
import type { WarmCommandOptions } from '../warm.ts';

/** No crawler is the first to ask. */
export function declareWarm(program: Command): void {
  program
    .command('warm')
    .description('ask for every card once, so that no crawler is the first')
    .argument(
      '<target>',
      'a built site, a sitemap, a feed, a list of addresses, or the name of a source of the config',
    )
    .option('--again', 'ask as well for what earlier runs have warmed')
    .option('--concurrency <number>', 'requests at a time (4)')
    .option('--local', 'addresses of this machine and this network will do')
    .option('--json', 'the outcome as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  cardstock warm https://example.com/sitemap.xml\n  cardstock warm public',
    )
    .action(async (target: string, options: WarmCommandOptions) =>
      (await import('../warm.ts')).warm(target, options),
    );
}
