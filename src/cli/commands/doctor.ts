import type { Command } from 'commander';
import type { DoctorOptions } from '../doctor.ts';

/** What crawlers make of a site. */
export function declareDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at a built site, or a live page, as each crawler does')
    .argument('<target>', 'the folder of a built site, or the address of a page')
    .option('--site <address>', 'where a folder will live')
    .option('--online', 'ask for images of a folder that lie elsewhere')
    .option('--local', 'addresses of this machine and this network will do')
    .option('--fix', 'build the folder first, which puts in what is missing')
    .option('--info', 'say as well what is no fault')
    .option('--json', 'every finding as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  cardstock doctor public --site https://example.com\n  cardstock doctor https://example.com/blog/one/',
    )
    .action(async (target: string, options: DoctorOptions) =>
      (await import('../doctor.ts')).doctor(target, options),
    );
}
