import type { Command } from 'commander';
import type { BuildCommandOptions } from '../build.ts';

/** Cards for the pages of a built site. */
export function declareBuild(program: Command): void {
  program
    .command('build')
    .description('give every page of a built site its card, and the tags that crawlers read')
    .argument('<folder>', 'the built site')
    .option('--site <address>', 'where it will live, as in https://example.com')
    .option(
      '--mode <name>',
      'static: image files in <folder>/og; cloudinary or function: addresses that make them',
    )
    .option(
      '--overwrite [which]',
      'images of the pages to replace: shared (those that many have or nobody sees; default), all or none',
    )
    .option('--keep-images', 'leave every page alone that names an image: --overwrite none')
    .option('--dry-run', 'say what would be changed, as a diff, and change no page')
    .option('--init', 'write what was found into a cardstock.config.ts, to correct')
    .option('--sheet', 'show every card on one page, the weakest first')
    .option('--open', 'show that page in a browser')
    .option('--undo', 'give every page its very own bytes again, and remove our images')
    .option(
      '--store <where>',
      'look for images there before they are made, and put them: s3://bucket/prefix or disk',
    )
    .option(
      '--shard <part>',
      'make the images of a part of the pages, as in 3/8, into the store, and change no page',
    )
    .option('--merge', 'write the site of the images that shards have made')
    .option('--keep-days <days>', 'how long images stay that no page names any more (30)')
    .option('--preview', 'nobody will share this build: localhost and preview addresses will do')
    .option('--strict', 'exit with 1 where a glyph or a picture is missing or a title was cut')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      `
Examples:
  cardstock build public --site https://example.com
  cardstock build public --sheet --init    # see what it found, and correct it
  cardstock build public --dry-run         # a diff of what would change
  cardstock build public --undo
  cardstock build public --store s3://cards --shard 3/8   # on each of eight machines
  cardstock build public --store s3://cards --merge       # then on one

Exits with 0 when every page that wants one has its card, 1 when something
failed (or, with --strict, needs a look), 2 when it was called wrongly,
130 on Ctrl-C.`,
    )
    .action(async (folder: string, options: BuildCommandOptions) =>
      (await import('../build.ts')).build(folder, options),
    );
}
