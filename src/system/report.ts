import { oneLine } from './one-line.ts';
import { readDeployment } from './settings/deployment.ts';

/** Frames of a stack that are worth a look. */
const maxFrames = 12;

/** Something for the log that is no request. */
export interface Report {
  readonly level: 'warn' | 'error';
  /** On one line, whatever strangers wrote. */
  readonly what: string;
  readonly trouble?: Trouble;
}

/** An error as a log keeps it. */
export interface Trouble {
  readonly type: string;
  readonly message: string;
  /** The error, each of its causes, and where the innermost came from. */
  readonly stack: string;
}

type Log = (report: Report) => void;

let log: Log = toStandardError;

/** From now on reports go there, until what is returned is called: a server has a log of its own. */
export function reportTo(other: Log): () => void {
  log = other;
  return () => (log = toStandardError);
}

/**
 * The way into the log of whatever is no request: what happened, each of its causes, and where.
 * Words of strangers, which errors quote, stay on the line they are on.
 */
export function report(what: string, error?: unknown): void {
  log({ level: 'error', what: oneLine(what), ...(error !== undefined && { trouble: troubleOf(error) }) });
}

/** What went on all the same. */
export function warn(what: string): void {
  log({ level: 'warn', what: oneLine(what) });
}

/** For people; the logs of functions are read by machines first, line by line. */
function toStandardError({ level, what, trouble }: Report): void {
  if (readDeployment(process.env).serverless) {
    console[level](
      JSON.stringify({ level, time: new Date().toISOString(), msg: what, ...(trouble && { err: trouble }) }),
    );
  } else {
    console[level]([what, ...(trouble ? [trouble.stack] : [])].join('\n'));
  }
}

function troubleOf(error: unknown): Trouble {
  const chain = causesOf(error);
  const said = chain.map((each) => `  ${oneLine(String(each))}`);
  const innermost = chain.at(-1);
  const frames = innermost instanceof Error ? framesOf(innermost) : [];
  const stack = [...said, ...frames.slice(0, maxFrames).map((line) => oneLine(line))].join('\n');
  if (!(error instanceof Error)) return { type: typeof error, message: oneLine(String(error)), stack };
  return { type: error.name, message: oneLine(error.message), stack };
}

/** Of a stack what comes behind the message, which may look like one. */
function framesOf({ message, stack = '' }: Error): string[] {
  const from = stack.indexOf(message) + message.length;
  return stack
    .slice(from)
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line));
}

/** An error and all that it was caused by, the first one last. */
function causesOf(error: unknown): unknown[] {
  const chain = [error];
  for (let each = error; each instanceof Error && each.cause !== undefined && chain.length < 8;) {
    each = each.cause;
    chain.push(each);
  }
  return chain;
}
