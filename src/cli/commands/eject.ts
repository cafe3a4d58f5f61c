import type { Command } from 'commander';

/** A design to make one's own. */
export function declareEject(program: Command): void {
  program
    .command('eject')
    .description('copy a design and its parts into this project, to change it')
    .argument('<template>', 'a design that ships, as in article')
    .addHelpText('after', '\nA file that is there stays as it is.')
    .action(async (name: string) => (await import('../eject.ts')).eject(name));
}
