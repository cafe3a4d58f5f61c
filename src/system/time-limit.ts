import { isNativeError } from 'node:util/types';
import { Script } from 'node:vm';

const call = new Script('globalThis[Symbol.for("cardstock.work")]()');
const name = Symbol.for('cardstock.work');

/**
 * What `work` returns, unless it holds the thread for longer than it may: even a loop without end
 * and a regular expression are stopped, which nothing but Node's `vm` can do. A tenth of a
 * millisecond more than without. What `work` awaits is not watched.
 *
 * @throws what `late` makes.
 */
export function withinMs<Result>(limitMs: number, work: () => Result, late: () => Error): Result {
  const room = globalThis as { [name]?: () => unknown };
  const outer = room[name];
  room[name] = work;
  try {
    return call.runInThisContext({ timeout: limitMs }) as Result;
  } catch (error) {
    throw isTimeout(error) ? late() : error;
  } finally {
    room[name] = outer;
  }
}

/** Anything may have been thrown, and what its properties do is not known. */
function isTimeout(thrown: unknown): boolean {
  if (!isNativeError(thrown)) return false;
  return Object.getOwnPropertyDescriptor(thrown, 'code')?.value === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
