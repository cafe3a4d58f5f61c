#!/usr/bin/env node
import './refuse-old-node.ts';
import { CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { addOptionsOfTemplate, cardCommands } from './commands/card-command.ts';
import { createProgram } from './program.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const words = process.argv.slice(2);
const telling = { json: words.includes('--json'), debug: words.includes('--debug') };

/** The reader of what we write has gone, as `head` does: nobody is left to be told. */
function isBrokenPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
}

async function fail(error: unknown): Promise<void> {
  if (isBrokenPipe(error)) return process.exit(0);
  const { tellError, tellMistake } = await import('./tell-error.ts');
  process.exitCode =
    error instanceof CommanderError ? tellMistake(error, telling) : tellError(error, telling);
}

// What nobody waits for is told as what somebody does; Node would print its own code around it.
process.on('uncaughtException', (error) => void fail(error).finally(() => process.exit()));

try {
  const program = createProgram(version);
  const [name = '', ...others] = words;
  const command = cardCommands.has(name) && program.commands.find((candidate) => candidate.name() === name);
  if (command) await addOptionsOfTemplate(command, others);
  await program.parseAsync();
} catch (error) {
  await fail(error);
}
