#!/usr/bin/env node
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CardstockError, ConfigError } from '../errors.ts';
import { purgeCache, showCache } from './cache.ts';
import { card } from './card.ts';
import { setUp } from './cloudinary.ts';
import { secret } from './secret.ts';
import { start } from './start.ts';
import { url } from './url.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('cardstock')
  .description('Open Graph images from JSX templates, photographed by a real browser.')
  .version(version);

/** What every command about a single card takes. */
function cardCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[template]', 'the template', 'article')
    .option('--example <name>', "props from one of the template's examples (default: its first)")
    .option('--props <json>', 'props as JSON, instead of an example')
    .option('--variant <name>', 'the size')
    .option('--format <name>', 'jpeg, png or webp');
}

program.command('start').description('serve cards on this machine (PORT, HOST)').action(start);

cardCommand('card', 'render one card to a file')
  .option('--out <folder>', 'where to write', 'out')
  .action(card);

cardCommand('url', "print one card's URLs (OG_SITE_URL, OG_SECRETS)").action(url);

program.command('secret').description('print a new secret for OG_SECRETS').action(secret);

const cache = program
  .command('cache')
  .description('show the stored images: how many, how large, how often they helped')
  .action(showCache);

cache
  .command('purge')
  .description('remove stored images: all, or those that fit every option')
  .option('--template <name>', 'of this template')
  .option('--variant <name>', 'of this size')
  .option('--older-than <duration>', 'made longer ago than this, as in 30d or 12h')
  .action(purgeCache);

program
  .command('cloudinary')
  .description('the account that caches the cards (CLOUDINARY_URL)')
  .command('setup')
  .description('check the account and upload the carrier image')
  .action(setUp);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CardstockError)) throw error;
  console.error(`cardstock: ${error.publicMessage}`);
  if (error.cause !== undefined) console.error(error.cause);
  process.exitCode = error.status < 500 || error instanceof ConfigError ? 2 : 1;
}
