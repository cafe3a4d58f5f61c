import { createContext, Script } from 'node:vm';

const room: { work?: () => unknown } = createContext({});
const call = new Script('work()');

/**
 * What `work` returns, or undefined where it was stopped in the middle of something: even in
 * the middle of a regular expression, which nothing but Node's `vm` can stop. Half a
 * millisecond more than without. Whatever `work` was changing then may be left half changed.
 */
export function withinMs<Result>(limitMs: number, work: () => Result): Result | undefined {
  room.work = work;
  try {
    return call.runInContext(room, { timeout: limitMs }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    delete room.work;
  }
}
