import type { SourcePosition } from './compiled-code.ts';
import { messageOf, positionOf, projectFrames, type StackFrame } from './source-position.ts';

/** What is wrong with somebody's project, part by part: for those who show it otherwise than as text. */
export interface Fault {
  readonly message: string;
  readonly position?: SourcePosition | undefined;
  /** What to do about it. */
  readonly advice?: string | undefined;
  /** How it came to be called, the innermost first. */
  readonly stack: readonly StackFrame[];
}

const known = new WeakMap<object, Fault>();

/** Remembers the parts that the message of an error was put together from. */
export function rememberFault<Thrown extends Error>(thrown: Thrown, fault: Fault): Thrown {
  known.set(thrown, fault);
  return thrown;
}

/** What was thrown, with its place, as far as that is known. */
export function faultOf(thrown: unknown): Fault {
  const said = thrown instanceof Error ? known.get(thrown) : undefined;
  return said ?? { message: messageOf(thrown), position: positionOf(thrown), stack: projectFrames(thrown) };
}
