import type { Command } from 'commander';
import type { LintOptions } from '../lint.ts';

/** Faults of layout, in all examples. */
export function declareLint(program: Command): void {
  program
    .command('lint')
    .description(
      'look in the examples of templates for text that is cut off, covered, too small or too pale, pictures that are missing, and CSS that says nothing',
    )
    .argument('[template]', 'the template (default: all of them)')
    .option('--example <name>', 'only this example')
    .option('--variant <name>', 'only this size (default: all of them)')
    .option('--quiet', 'errors alone')
    .option('--max-warnings <number>', 'exit with 1 where there are more (default: any number will do)')
    .option('--json', 'every card and its findings as JSON')
    .option('--info', 'say as well what is no fault: ellipses, and what a square crop cuts off')
    .action(async (name: string | undefined, options: LintOptions) =>
      (await import('../lint.ts')).lint(name, options),
    );
}
