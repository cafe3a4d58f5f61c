import type { Command } from 'commander';
import type { FunctionsOptions } from '../functions.ts';

/** The functions of a project for Netlify. */
export function declareFunctions(program: Command): void {
  program
    .command('functions')
    .description('write the Netlify functions of this project, with its templates inside')
    .option('--out <folder>', 'the functions folder of the site', 'netlify/functions')
    .option('--check', 'bundle them as Netlify does, run that elsewhere, and compare a card of each template')
    .action(async (options: FunctionsOptions) => (await import('../functions.ts')).functions(options));
}
