import type { Command } from 'commander';

/** A secret for signatures. */
export function declareSecret(program: Command): void {
  program
    .command('secret')
    .description('print a new secret for OG_SECRETS')
    .action(async () => (await import('../secret.ts')).secret());
}
