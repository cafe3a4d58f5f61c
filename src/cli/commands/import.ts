import type { Command } from 'commander';
import type { ImportCommandOptions } from '../import.ts';

/** Pictures that lie elsewhere. */
export function declareImport(program: Command): void {
  program
    .command('import')
    .description(
      'copy pictures from elsewhere to where yours lie (OG_PICTURES); what is there is passed over',
    )
    .argument(
      '<source>',
      'a folder, s3://bucket/folder, a list of addresses ("-" for a pipe), or the name of a source of the config',
    )
    .option('--prefix <folder>', 'where they come to, among your pictures')
    .option('--overwrite', 'take the place of what is there')
    .option('--rename', 'give new names to pictures whose names no address could hold')
    .option('--types <list>', 'which kinds (jpeg,png,webp); gif and avif are the others')
    .option('--concurrency <number>', 'pictures at a time (8)')
    .option('--dry-run', 'say what would be copied; only lists are read')
    .option('--log <file>', 'a line of JSON for each, with what became of it')
    .option('--json', 'the outcome as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  cardstock import ~/photos --prefix blog\n  cardstock import s3://bucket/uploads --log import.jsonl',
    )
    .action(async (source: string, options: ImportCommandOptions) => {
      (await import('../small-heap.ts')).keepHeapSmall();
      await (await import('../import.ts')).importFrom(source, options);
    });
}
