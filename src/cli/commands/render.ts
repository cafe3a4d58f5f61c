import type { Command } from 'commander';
import type { RenderOptions } from '../render.ts';
import { cardCommand } from './card-command.ts';

/** One card, as a file. */
export function declareRender(program: Command): void {
  cardCommand(program, 'render', 'render one card to a file')
    .option('--out <path>', 'a file, or a folder', 'out')
    .option('--strict', 'exit with 1 where a glyph or a picture is missing or text was cut')
    .addHelpText(
      'after',
      `
Examples:
  cardstock render plain --title "Hello" --out hello.png
  cardstock render article --example dark --variant square
  cardstock render article --help        # its props are options too`,
    )
    .action(async (name: string, options: RenderOptions) =>
      (await import('../render.ts')).render(name, options),
    );
}
