import type { Command } from 'commander';

/** A project to start from. */
export function declareInit(program: Command): void {
  program
    .command('init')
    .description('write a config and a template to start from')
    .action(async () => (await import('../init.ts')).init());
}
