/** Enough to keep one browser busy, and few enough that what is scrolled to comes soon. */
const atOnce = 3;

interface Job {
  /** The lowest goes first; another one after each scroll. */
  readonly rank: () => number;
  readonly run: () => Promise<void>;
}

const waiting = new Set<Job>();
let running = 0;

/** Does pictures in view, then what is to be said of them, then the rest. What is returned takes it out of the line, where it still waits. */
export function inTurn(job: Job): () => void {
  waiting.add(job);
  queueMicrotask(next); // so that all of one scroll are there to choose from
  return () => waiting.delete(job);
}

function next(): void {
  while (running < atOnce && waiting.size > 0) {
    const job = Array.from(waiting).reduce((best, each) => (each.rank() < best.rank() ? each : best));
    waiting.delete(job);
    running += 1;
    void job.run().finally(() => {
      running -= 1;
      next();
    });
  }
}
