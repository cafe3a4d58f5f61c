import { RenderTimeoutError } from '../errors.ts';
import { withinMs } from '../system/time-limit.ts';

/** The shipped ones take a millisecond. What holds the thread holds every request of the process. */
const limitMs = 2_000;

/** Says of a template that it needs no watching. */
interface Watched {
  readonly isQuick?: boolean | undefined;
}

/**
 * Runs code of a template, which is a user's: a loop without end there costs its own card and
 * not the service. One that is quick by its own word is not watched: the limit is a thread for
 * each call. What goes on after an `await` is for {@link watchForHolds} to see.
 *
 * @throws {RenderTimeoutError} it did not come back.
 */
export function inTemplateTime<Result>(work: () => Result, { isQuick }: Watched = {}): Result {
  if (isQuick) return work();
  return withinMs(
    limitMs,
    work,
    () => new RenderTimeoutError(limitMs, new Error('its template held the thread')),
  );
}
