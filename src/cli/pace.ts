const windowMs = 10_000;
const markEveryMs = 500;

interface Mark {
  readonly atMs: number;
  readonly done: number;
}

/**
 * How fast a long command goes now: by the last ten seconds, for what is passed over goes by at
 * once and says nothing of what is left.
 */
export class Pace {
  readonly #now: () => number;
  #marks: Mark[];

  /** @param now In milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#marks = [{ atMs: now(), done: 0 }];
  }

  /** As in `45/s, 7 min left`. */
  tell(done: number, of?: number): string {
    const rate = this.#perSecond(done);
    const words = `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`;
    if (of === undefined || rate === 0) return words;
    return `${words}, ${durationOf(Math.max(0, of - done) / rate)} left`;
  }

  #perSecond(done: number): number {
    const now = this.#now();
    if (now - this.#marks.at(-1)!.atMs >= markEveryMs) this.#marks.push({ atMs: now, done });
    while (this.#marks.length > 1 && now - this.#marks[1]!.atMs >= windowMs) this.#marks.shift();
    const [first] = this.#marks;
    return now === first!.atMs ? 0 : (1_000 * (done - first!.done)) / (now - first!.atMs);
  }
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}
