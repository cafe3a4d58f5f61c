#!/usr/bin/env node
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import {
  CardstockError,
  ConfigError,
  DataUnavailableError,
  ListenError,
  TemplateError,
  TemplateFailedError,
} from '../errors.ts';
import type { AwsBuildOptions } from './aws.ts';
import type { BuildCommandOptions } from './build.ts';
import type { PurgeOptions } from './cache.ts';
import type { CardOptions } from './choose-card.ts';
import type { ContactSheetCommandOptions } from './contact-sheet.ts';
import type { DoctorOptions } from './doctor.ts';
import type { ExplainCommandOptions } from './explain.ts';
import type { FunctionsOptions } from './functions.ts';
import type { LintOptions } from './lint.ts';
import type { ParityCommandOptions } from './parity.ts';
import type { RenderOptions } from './render.ts';
import type { StartOptions } from './start.ts';
import type { WarmCommandOptions } from './warm.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// A command loads what it needs when it is called: help must not wait for parsers and templates.
const program = new Command('cardstock')
  .description('Open Graph images from JSX templates, photographed by a real browser.')
  .version(version)
  // 1 is for findings: a mistyped option must not look like one.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

/** What every command about a single card takes. */
function cardCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[template]', 'the template', 'article')
    .option('--example <name>', "props from one of the template's examples (default: its first)")
    .option('--props <json>', 'props as JSON, or a file of it, instead of an example')
    .option('--variant <name>', 'the size: og, x, square, portrait, og@2x or one of yours')
    .option('--format <name>', 'jpeg, png or webp; for files auto as well, the smaller of the first two')
    .option('--lang <tag>', 'the language of the words, as in ja or pt-BR');
}

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
    (await import('./build.ts')).build(folder, options),
  );

program
  .command('doctor')
  .description('look at a built site, or a live page, as each crawler does')
  .argument('<folder or address>', 'the built site, or the address of a page')
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
    (await import('./doctor.ts')).doctor(target, options),
  );

program
  .command('warm')
  .description('ask for every card once, so that no crawler is the first')
  .argument(
    '<target>',
    'a built site, a sitemap, a feed, a list of addresses, or the name of a source of the config',
  )
  .option('--again', 'ask as well for what earlier runs have warmed')
  .option('--concurrency <number>', 'requests at a time (4)')
  .option('--local', 'addresses of this machine and this network will do')
  .option('--json', 'the outcome as JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  cardstock warm https://example.com/sitemap.xml\n  cardstock warm public',
  )
  .action(async (target: string, options: WarmCommandOptions) =>
    (await import('./warm.ts')).warm(target, options),
  );

program
  .command('parity')
  .description('draw every example here, ask a deployment for the same cards, and say what differs')
  .argument('<address>', 'where it lives, as in https://example.com')
  .option('--local', 'addresses of this machine and this network will do')
  .option('--json', 'every card as JSON')
  .addHelpText(
    'after',
    `
Examples:
  OG_SECRETS=… cardstock parity https://example.com
  cardstock parity http://localhost:8888 --local

Exits with 0 when every card is the same, 1 when one differs or is not there.`,
  )
  .action(async (address: string, options: ParityCommandOptions) =>
    (await import('./parity.ts')).parity(address, options),
  );

program
  .command('start')
  .description('serve cards on this machine (PORT, HOST), and see templates as they are edited')
  .option('--site-folder <folder>', 'a built site: the studio shows the cards of its pages')
  .action(async (options: StartOptions) => {
    (await import('./small-heap.ts')).keepHeapSmall();
    await (await import('./start.ts')).start(options);
  });

const cardCommands = [
  cardCommand('render', 'render one card to a file')
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
      (await import('./render.ts')).render(name, options),
    ),

  cardCommand('url', "print one card's URLs (OG_SITE_URL, OG_SECRETS)")
    .addHelpText('after', '\nExample:\n  OG_SITE_URL=https://example.com cardstock url plain --title "Hello"')
    .action(async (name: string, options: CardOptions) => (await import('./url.ts')).url(name, options)),

  cardCommand(
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
    .action(async (name: string, options: ExplainCommandOptions) =>
      (await import('./explain.ts')).explain(name, options),
    ),
];

program
  .command('lint')
  .description('look for text that is cut off, covered, too small or too pale in the examples of templates')
  .argument('[template]', 'the template (default: all of them)')
  .option('--example <name>', 'only this example')
  .option('--variant <name>', 'only this size (default: all of them)')
  .option('--info', 'say as well what is no fault: ellipses, and what a square crop cuts off')
  .action(async (name: string | undefined, options: LintOptions) =>
    (await import('./lint.ts')).lint(name, options),
  );

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
    (await import('./contact-sheet.ts')).contactSheet(options),
  );

program
  .command('init')
  .description('write a config and a template to start from')
  .action(async () => (await import('./init.ts')).init());

program
  .command('functions')
  .description('write the Netlify functions of this project, with its templates inside')
  .option('--out <folder>', 'the functions folder of the site', 'netlify/functions')
  .option('--check', 'bundle them as Netlify does, run that elsewhere, and compare a card of each template')
  .action(async (options: FunctionsOptions) => (await import('./functions.ts')).functions(options));

const aws = program
  .command('aws')
  .description('cards on AWS: CloudFront, a bucket, and a function for what it lacks');

aws
  .command('init')
  .description('write a CDK app with a stack for the cards of this project')
  .action(async () => (await import('./aws.ts')).init());

aws
  .command('build')
  .description('pack the renderer of this project for Lambda; "cdk deploy" does it')
  .option('--out <folder>', 'where the stack looks for it', '.cardstock/aws')
  .action(async (options: AwsBuildOptions) => (await import('./aws.ts')).build(options));

program
  .command('check')
  .description('try what cards need on this machine: settings, store, sandbox, memory, a card')
  .option('--json', 'the findings as JSON')
  .action(async (options: { json?: boolean }) => (await import('./check.ts')).check(options));

program
  .command('unpack')
  .description(
    'unpack Chromium into a folder, for CARDSTOCK_BROWSER_FOLDER: when an image of a container is built',
  )
  .argument('<folder>', 'which all may read, and nobody needs to write to')
  .action(async (folder: string) => (await import('./unpack.ts')).unpack(folder));

program
  .command('pack')
  .description('pack Chromium anew, which inflates in a third of the time: where functions are built')
  .action(async () => (await import('./pack.ts')).pack());

program
  .command('health')
  .description('ask the server of this machine how it is, as a container does')
  .option('--ready', 'whether it can make cards, and not only whether it lives')
  .action(async (options: { ready?: boolean }) => (await import('./health.ts')).health(options));

program
  .command('secret')
  .description('print a new secret for OG_SECRETS')
  .action(async () => (await import('./secret.ts')).secret());

const cache = program
  .command('cache')
  .description('show the stored images: how many, how large, how often they helped')
  .action(async () => (await import('./cache.ts')).showCache());

cache
  .command('purge')
  .description('remove stored images: all, or those that fit every option')
  .option('--template <name>', 'of this template')
  .option('--variant <name>', 'of this size')
  .option('--older-than <duration>', 'made longer ago than this, as in 30d or 12h')
  .action(async (options: PurgeOptions) => (await import('./cache.ts')).purgeCache(options));

program
  .command('cloudinary')
  .description('the account that caches the cards (CLOUDINARY_URL)')
  .command('setup')
  .description('check the account and upload the carrier image')
  .action(async () => (await import('./cloudinary.ts')).setUp());

/** A template's props are options of its command; so the template must be known before they are read. */
async function addOptionsOfTemplate([name, ...words]: readonly string[]): Promise<void> {
  const command = cardCommands.find((candidate) => candidate.name() === name);
  if (!command) return;
  const [{ currentProject }, { addPropOptions }] = await Promise.all([
    import('./project.ts'),
    import('./choose-card.ts'),
  ]);
  const { templates } = await currentProject();
  const template = templates.find((candidate) => words.includes(candidate.name));
  const usual = templates.find((candidate) => candidate.name === 'article');
  if (template ?? usual) addPropOptions(command, (template ?? usual)!, words);
}

/** Some name every valid value. */
const maxColumns = 5_000;

try {
  await addOptionsOfTemplate(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CardstockError)) throw error;
  const isOfTemplate = error instanceof TemplateFailedError;
  const { describeFault } = await import('../system/source-position.ts');
  const text = isOfTemplate ? `${error.template}: ${describeFault(error.cause)}` : error.message;
  const [{ oneLine }, { report }] = await Promise.all([
    import('../system/one-line.ts'),
    import('../system/report.ts'),
  ]);
  const lines = `cardstock: ${text}`.split('\n');
  console.error(lines.map((line) => oneLine(line, maxColumns)).join('\n'));
  const isUsage = error.status < 500 || error instanceof ConfigError || error instanceof TemplateError;
  const isSaid =
    isUsage || isOfTemplate || error instanceof DataUnavailableError || error instanceof ListenError;
  if (error.cause !== undefined && !isSaid) report('because of', error.cause);
  process.exitCode = isUsage ? 2 : 1;
}
