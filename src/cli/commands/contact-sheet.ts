import type { Command } from 'commander';
import type { ContactSheetCommandOptions } from '../contact-sheet.ts';

/** All that templates can look like. */
export function declareContactSheet(program: Command): void {
  program
    .command('contact-sheet')
    .description('every example of every template in every size, on one page and in one picture')
    .option('--out <folder>', 'where to write', 'out/contact-sheet')
    .option('--only, --template <names...>', 'only these templates')
    .option('--variant <names...>', 'only these sizes')
    .option('--update', 'accept how your templates look now: pictures to commit, in a folder of the project')
    .option('--check', 'compare with what was accepted; exits with 1, and a picture, where something differs')
    .option('--json', 'what --update or --check found, for programs')
    .action(async (options: ContactSheetCommandOptions) =>
      (await import('../contact-sheet.ts')).contactSheet(options),
    );
}
