import type { Command } from 'commander';
import type { InitOptions } from '../init.ts';

/** A project to start from. */
export function declareInit(program: Command): void {
  program
    .command('init')
    .description('write a config and a template to start from, as the framework here needs them')
    .option('-y, --yes', 'ask nothing: what is found is what is written')
    .option('--site <address>', 'where the site will live, as in https://example.com')
    .option('--name <name>', 'what it is called')
    .option('--color <hex>', 'its colour, as in #1b5fd0')
    .option('--logo <file>', 'its logo, a file that goes online with it')
    .addHelpText('after', '\nA file that is there stays as it is.')
    .action(async (options: InitOptions) => (await import('../init.ts')).init(options));
}
