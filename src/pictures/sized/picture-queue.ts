import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { ImageUnavailableError, QueueFullError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';

/** Half of the cores, so that cards are not kept waiting. */
const places = Math.max(1, Math.floor(availableParallelism() / 2));
const maxWaiting = 64;
const timeoutMs = 20_000;

const queue = new PQueue({ concurrency: places });

/**
 * Pictures have a line of their own, however many cards wait. A decoder cannot be stopped: one
 * that is late keeps its place until it has ended, and nobody waits for it.
 *
 * @throws {QueueFullError} too many wait.
 * @throws {ImageUnavailableError} it is not made in time.
 */
export async function inPictureQueue<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  if (queue.size >= maxWaiting) throw new QueueFullError();
  const late = AbortSignal.timeout(timeoutMs);
  const end = AbortSignal.any([late, signal]);
  const done = queue.add(() => {
    end.throwIfAborted();
    return work();
  });
  return abortable(done, end).catch((error: unknown) => {
    if (!late.aborted) throw error;
    throw new ImageUnavailableError(`it was not made within ${timeoutMs} ms`);
  });
}
