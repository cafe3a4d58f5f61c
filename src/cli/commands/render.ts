import type { Command } from 'commander';
import type { RenderOptions } from '../render.ts';
import { cardCommand } from './card-command.ts';

/** One card, as a file. */
export function declareRender(program: Command): void {
  cardCommand(program, 'render', 'render one card to a file')
    .option('--out <path>', 'a file, a folder, or - for the standard output', 'out')
    .option('--json', 'what came of it as JSON')
    .option('--strict', 'exit with 1 where a glyph or a picture is missing or text was cut')
    .addHelpText(
      'after',
      `
Examples:
  cardstock render plain --title "Hello" --out hello.png
  cardstock render plain --title "Hello" --out - > hello.jpg
  cardstock render article --example dark --variant square
  cardstock render article --help        # its props are options too`,
    )
    .action(async (name: string | undefined, options: RenderOptions) =>
      (await import('../render.ts')).render(name, options),
    );
}
