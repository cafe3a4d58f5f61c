import type { Command } from 'commander';

/** Chromium, packed anew. */
export function declarePack(program: Command): void {
  program
    .command('pack')
    .description('pack Chromium anew, which inflates in a third of the time: where functions are built')
    .action(async () => (await import('../pack.ts')).pack());
}
