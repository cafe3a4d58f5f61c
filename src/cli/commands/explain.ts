import type { Command } from 'commander';
import type { ExplainCommandOptions } from '../explain.ts';
import { cardCommand } from './card-command.ts';

/** One card's receipt. */
export function declareExplain(program: Command): void {
  cardCommand(
    program,
    'explain',
    'tell all of one card: where its props are from, which font draws which words, and why',
  )
    .option('--json', 'the receipt as JSON')
    .addHelpText(
      'after',
      `
Examples:
  cardstock explain article --example dark
  cardstock explain plain --title "Hello" --json`,
    )
    .action(async (name: string | undefined, options: ExplainCommandOptions) =>
      (await import('../explain.ts')).explain(name, options),
    );
}
