import {
  CardstockError,
  ConfigError,
  DataUnavailableError,
  InternalError,
  TemplateError,
  TemplateFailedError,
} from '../../errors.ts';
import type { SourcePosition } from '../../system/compiled-code.ts';
import { type Fault, faultOf } from '../../system/fault.ts';
import { warn } from '../../system/report.ts';
import { describeFault, displayedPath, linesAt } from '../../system/source-position.ts';
import type { FaultPlace, ShownFault } from '../protocol.ts';

/** Steps of a stack that are worth a look. */
const maxFrames = 8;

/** Whether the project's own code is to blame, and not what was asked for. */
export function isOfProject(error: unknown): boolean {
  if (!(error instanceof CardstockError)) return true;
  return (
    error instanceof InternalError ||
    error instanceof ConfigError ||
    error instanceof TemplateError ||
    error instanceof DataUnavailableError ||
    error.code === 'font_refused'
  );
}

/** An error with its place, the lines around it and how it came to be there. */
export function shownFault(error: unknown): ShownFault {
  const { message, position, advice, stack } = partsOf(error);
  return {
    message,
    place: position && placeOf(position),
    advice,
    lines: position ? linesAt(position) : [],
    stack: stack.slice(0, maxFrames).map((frame) => ({ name: frame.name, ...placeOf(frame) })),
  };
}

/** Of what a template threw: whose it is, and then what. */
function partsOf(error: unknown): Fault {
  const isWrapped = error instanceof InternalError || error instanceof DataUnavailableError;
  if (!isWrapped) return faultOf(error);
  const fault = faultOf(error.cause);
  return error instanceof TemplateFailedError
    ? { ...fault, message: `${error.template}: ${fault.message}` }
    : { ...fault, message: error instanceof InternalError ? fault.message : error.message };
}

function placeOf({ file, line, column }: SourcePosition): FaultPlace {
  return { file: displayedPath(file), path: file, line, column };
}

/** The terminal says the same as the page: each fault once, however often a card of it is asked for. */
export function sayOnce(): (error: unknown) => void {
  let last = '';
  return (error) => {
    if (!isOfProject(error)) return;
    const text = textOf(error);
    if (text !== last) for (const line of text.split('\n')) warn(line);
    last = text;
  };
}

function textOf(error: unknown): string {
  if (error instanceof TemplateFailedError) return `${error.template}: ${describeFault(error.cause)}`;
  return error instanceof InternalError ? describeFault(error.cause) : describeFault(error);
}
