import type { Command } from 'commander';

/** Whether this machine can make cards. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('try what cards need on this machine: settings, store, sandbox, memory, a card')
    .option('--json', 'the findings as JSON')
    .action(async (options: { json?: boolean }) => (await import('../check.ts')).check(options));
}
