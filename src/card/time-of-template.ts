import { RenderTimeoutError } from '../errors.ts';
import { withinMs } from '../system/time-limit.ts';

/** The shipped ones take a millisecond. What holds the thread holds every request of the process. */
const limitMs = 2_000;

/**
 * Runs code of a template, which is a user's: a loop without end there costs its own card and
 * not the service. What goes on after an `await` is for {@link watchForHolds} to see.
 *
 * @throws {RenderTimeoutError} it did not come back.
 */
export function inTemplateTime<Result>(work: () => Result): Result {
  return withinMs(
    limitMs,
    work,
    () => new RenderTimeoutError(limitMs, new Error('its template held the thread')),
  );
}
