import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { ImageUnavailableError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';

/** Of Node's four threads for work like this, two are left for files and the names of hosts. */
const places = Math.min(2, availableParallelism());
const maxWaiting = 64;

const turns = new PQueue({ concurrency: places });

/**
 * Decodes pictures one at a time per core: each takes tens of megabytes and all of a thread. A
 * decoder cannot be stopped, so one that is late keeps its place until it has ended, and nobody
 * waits for it.
 *
 * @throws {ImageUnavailableError} it is not done within `timeoutMs`, or too many wait.
 */
export async function inTurn<Result>(timeoutMs: number, decode: () => Promise<Result>): Promise<Result> {
  if (turns.size >= maxWaiting) throw new ImageUnavailableError('too many pictures are waiting');
  const late = AbortSignal.timeout(timeoutMs);
  let hasBegun = false;
  const done = turns.add(() => {
    late.throwIfAborted();
    hasBegun = true;
    return decode();
  });
  return abortable(done, late).catch((error: unknown) => {
    if (!late.aborted) throw error;
    const reason = hasBegun ? 'it takes too long to decode' : 'too many pictures were waiting';
    throw new ImageUnavailableError(reason, undefined, { isLasting: hasBegun });
  });
}
