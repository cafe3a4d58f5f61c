import type { CommanderError } from 'commander';
import {
  CardstockError,
  ConfigError,
  DataUnavailableError,
  describeProblem,
  InvalidParameterError,
  ListenError,
  type PublicError,
  TemplateError,
  TemplateFailedError,
} from '../errors.ts';
import { toFlag } from '../studio/command-line.ts';
import { oneLine } from '../system/one-line.ts';
import { describeFault, positionOf } from '../system/source-position.ts';
import { paint } from './terminal.ts';

/** What of the words of a command is for its errors. */
export interface Telling {
  /** Whoever called reads JSON, also of what went wrong. */
  readonly json: boolean;
  /** Where it came from, frame by frame. */
  readonly debug: boolean;
}

/** Some name every valid value. */
const maxColumns = 5_000;

/** What went wrong, for whoever called a command, and the code to exit with: 2 where it was called wrongly. */
export function tellError(error: unknown, { json, debug }: Telling): number {
  if (json) console.log(JSON.stringify({ error: asJson(error) }, undefined, 2));
  else for (const text of textsOf(error, debug)) tell(text);
  if (debug) console.error(stackOf(error));
  return isUsage(error) ? 2 : 1;
}

/** One thing that is wrong. Words of strangers stay on their line. */
export function tell(text: string): void {
  const lines = text.split('\n').map((line) => oneLine(line, maxColumns));
  console.error(`${paint('red', '✗', process.stderr)} ${lines.join('\n')}`);
}

/** Of a command that was mistyped, or of one that only wanted its help; the code to exit with, and 1 is for findings. */
export function tellMistake({ message, code, exitCode }: CommanderError, { json }: Telling): number {
  if (exitCode === 0) return 0;
  if (code === 'commander.help') return 2; // which it has printed
  const text = message.replace(/^error: /, '');
  if (json) console.log(JSON.stringify({ error: { code: 'invalid_command', message: text } }, undefined, 2));
  else tell(text);
  return 2;
}

function textsOf(error: unknown, debug: boolean): string[] {
  if (error instanceof InvalidParameterError) {
    const where = error.card?.includes(', example ') ? `${error.card}: ` : '';
    return error.problems.map((each) => `${where}${flagOf(each.parameter)}: ${describeProblem(each)}`);
  }
  if (error instanceof TemplateFailedError) return [`${error.template}: ${describeFault(error.cause)}`];
  if (!(error instanceof CardstockError)) return [describeStray(error, debug)];
  const text = error.message.replace(/^Parameter "template": (.)/, (_all, first: string) =>
    first.toUpperCase(),
  );
  return isSaid(error) || error.cause === undefined ? [text] : [text, ...causesOf(error.cause)];
}

/** As it is written on the command line. */
function flagOf(parameter: string): string {
  const [name = '', ...parts] = parameter.split('.');
  return `--${[toFlag(name), ...parts].join('.')}`;
}

/** What nobody has thought of: of a project, where that is known, or of ours. */
function describeStray(error: unknown, debug: boolean): string {
  const text = describeFault(error) || 'Something went wrong.';
  const hint = debug || positionOf(error) ? '' : ' — --debug shows where it came from';
  return text.includes('\n') ? text : `${text}${hint}`;
}

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [`because of: ${String(error)}`];
  return [`because of: ${error.message}`, ...(error.cause === undefined ? [] : causesOf(error.cause))];
}

function stackOf(error: unknown): string {
  return error instanceof Error ? String(error.stack) : String(error);
}

function asJson(error: unknown): PublicError {
  if (!(error instanceof CardstockError)) return { code: 'internal_error', message: describeFault(error) };
  const message = error instanceof TemplateFailedError ? error.message : textsOf(error, false).join(' ');
  return { ...error.toPublic(), message };
}

function isUsage(error: unknown): boolean {
  if (!(error instanceof CardstockError)) return false;
  return error.status < 500 || error instanceof ConfigError || error instanceof TemplateError;
}

/** Its message says all that there is to do about it. */
function isSaid(error: CardstockError): boolean {
  return isUsage(error) || error instanceof DataUnavailableError || error instanceof ListenError;
}
