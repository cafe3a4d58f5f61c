#!/usr/bin/env node
import './refuse-old-node.ts';
import { readFileSync } from 'node:fs';
import {
  CardstockError,
  ConfigError,
  DataUnavailableError,
  ListenError,
  TemplateError,
  TemplateFailedError,
} from '../errors.ts';
import { addOptionsOfTemplate, cardCommands } from './commands/card-command.ts';
import { createProgram } from './program.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = createProgram(version);

/** Some name every valid value. */
const maxColumns = 5_000;

try {
  const [name = '', ...words] = process.argv.slice(2);
  const command = cardCommands.has(name) && program.commands.find((candidate) => candidate.name() === name);
  if (command) await addOptionsOfTemplate(command, words);
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
