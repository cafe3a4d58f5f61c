#!/usr/bin/env node
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CardstockError, ConfigError } from '../errors.ts';
import { card } from './card.ts';
import { start } from './start.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('cardstock')
  .description('Open Graph images from JSX templates, photographed by a real browser.')
  .version(version);

program.command('start').description('serve cards on this machine (PORT, HOST)').action(start);

program
  .command('card')
  .description('render one card to a file')
  .argument('[template]', 'the template', 'article')
  .option('--example <name>', "props from one of the template's examples (default: its first)")
  .option('--props <json>', 'props as JSON, instead of an example')
  .option('--variant <name>', 'the size')
  .option('--format <name>', 'jpeg, png or webp')
  .option('--out <folder>', 'where to write', 'out')
  .action(card);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CardstockError)) throw error;
  console.error(`cardstock: ${error.publicMessage}`);
  if (error.cause !== undefined) console.error(error.cause);
  process.exitCode = error.status < 500 || error instanceof ConfigError ? 2 : 1;
}
