import type { Command } from 'commander';

/** How a server is. */
export function declareHealth(program: Command): void {
  program
    .command('health')
    .description('ask the server of this machine how it is, as a container does')
    .option('--ready', 'whether it can make cards, and not only whether it lives')
    .action(async (options: { ready?: boolean }) => (await import('../health.ts')).health(options));
}
