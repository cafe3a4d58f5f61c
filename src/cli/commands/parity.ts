import type { Command } from 'commander';
import type { ParityCommandOptions } from '../parity.ts';

/** Whether a deployment draws what this machine draws. */
export function declareParity(program: Command): void {
  program
    .command('parity')
    .description('draw every example here, ask a deployment for the same cards, and say what differs')
    .argument('<address>', 'where it lives, as in https://example.com')
    .option('--local', 'addresses of this machine and this network will do')
    .option('--json', 'every card as JSON')
    .addHelpText(
      'after',
      `
Examples:
  OG_SECRETS=… cardstock parity https://example.com
  cardstock parity http://localhost:8888 --local

Exits with 0 when every card is the same, 1 when one differs or is not there.`,
    )
    .action(async (address: string, options: ParityCommandOptions) =>
      (await import('../parity.ts')).parity(address, options),
    );
}
