import { oneLine } from './one-line.ts';

/** Frames of a stack that are worth a look. */
const maxFrames = 12;

/**
 * The way into the log of whatever is no request: what happened, each of its causes, and where.
 * Words of strangers, which errors quote, stay on the line they are on.
 */
export function report(what: string, error?: unknown): void {
  console.error([oneLine(what), ...(error === undefined ? [] : describe(error))].join('\n'));
}

function describe(error: unknown): string[] {
  const chain = causesOf(error);
  const said = chain.map((each) => `  ${oneLine(String(each))}`);
  const innermost = chain.at(-1);
  const frames = innermost instanceof Error ? framesOf(innermost) : [];
  return [...said, ...frames.slice(0, maxFrames).map((line) => oneLine(line))];
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
