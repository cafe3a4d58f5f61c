/**
 * Lets work end at its next good place when somebody says Ctrl-C, and the process with 130, as
 * shells expect it. A second Ctrl-C ends it at once.
 *
 * Returns nothing where the work was interrupted.
 */
export async function untilInterrupted<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const interruption = new AbortController();
  const stop = () => interruption.abort(new Error('interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(interruption.signal);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    console.error('interrupted; what was done is whole, and the next run goes on from there');
    process.exitCode = 130;
    return undefined;
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
}
