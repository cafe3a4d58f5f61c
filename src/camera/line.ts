import { QueueFullError } from '../errors.ts';

export interface LineOptions {
  /** Cards at a time. */
  readonly places: number;
  /** Cards that may wait beyond these. */
  readonly maxWaiting: number;
  /** By what cards cost now, nobody is let in who would wait longer. @default 1500 */
  readonly maxWaitMs?: number;
}

/**
 * Whose card it is: those that we signed go before those of strangers. One of our own, of a build
 * say, is not in a hurry: only the number of those that wait keeps it out.
 */
export type Rank = 'own' | 'signed' | 'unsigned';

/** Counts a card as coming until it enters the line, or this is called. Says whether it was counted still. */
export type Admission = () => boolean;

interface Waiter {
  readonly kind: string | undefined;
  /** How many behind it went first because of that. */
  passed: number;
  readonly begin: () => void;
  readonly refuse: (reason: Error) => void;
}

export interface EnterTerms {
  /** What its card has in common with others that are quicker one after the other. */
  readonly kind?: string;
  readonly admission?: Admission | undefined;
}

/** Nobody waits for more cards than these because those behind are of the kind that a browser shows. */
const maxPassed = 4;
/** How far behind such a card is looked for. */
const reach = 16;

/** One more or less does not change what is known of cards. */
const newsShare = 0.1;
/** A card that hangs for its whole deadline says little of the next ones. */
const maxSurprise = 4;
const leastMs = 10;

/**
 * The line before the browsers. It is as long as may be by number, and by time: what a card
 * costs now is measured, and whoever would wait too long is told so before any work is done.
 */
export class Line {
  readonly #options: Required<LineOptions>;
  readonly #waiting = { first: [] as Waiter[], strangers: [] as Waiter[] };
  #busy = 0;
  #coming = 0;
  #costMs = 0;

  constructor(options: LineOptions) {
    this.#options = { maxWaitMs: 1_500, ...options };
  }

  get busy(): number {
    return this.#busy;
  }

  get waiting(): number {
    return this.#waiting.first.length + this.#waiting.strangers.length;
  }

  /**
   * Lets somebody in whose card is still to be made. They are counted all the way to the line: it
   * would be work for nothing to refuse them there.
   *
   * @throws {QueueFullError} there is no room, or it would take too long.
   */
  admit(rank: Rank): Admission {
    if (!this.#hasRoom(rank) && !this.#mayDisplace(rank)) throw new QueueFullError();
    this.#coming += 1;
    let isCounted = true;
    return () => {
      const wasCounted = isCounted;
      if (wasCounted) this.#coming -= 1;
      isCounted = false;
      return wasCounted;
    };
  }

  /**
   * Waits for a place. Where there is no room, the last of the strangers makes way for a card
   * that is signed. Whoever was let in stays in, though cards have become slower meanwhile.
   *
   * @throws {QueueFullError} there is no room.
   * @throws the reason of `signal`; whoever leaves is out of the line at once.
   */
  async enter(rank: Rank, signal: AbortSignal, { kind, admission }: EnterTerms = {}): Promise<void> {
    const isAdmitted = admission?.() ?? false;
    signal.throwIfAborted();
    if (this.#busy < this.#options.places) {
      this.#busy += 1;
      return;
    }
    if (!this.#hasRoom(rank, isAdmitted)) {
      if (!this.#mayDisplace(rank)) throw new QueueFullError();
      this.#waiting.strangers.pop()!.refuse(new QueueFullError());
    }
    await this.#wait(rank === 'unsigned' ? this.#waiting.strangers : this.#waiting.first, signal, kind);
  }

  /**
   * Gives the place to the next, or to one of the next that is of the same kind.
   *
   * @param costMs What the card took, where it is known.
   */
  leave(costMs: number | undefined, kind?: string): void {
    if (costMs !== undefined) this.#learn(costMs);
    const next = takeNext(this.#waiting.first, kind) ?? takeNext(this.#waiting.strangers, kind);
    if (next) next.begin();
    else this.#busy -= 1;
  }

  #wait(line: Waiter[], signal: AbortSignal, kind: string | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        line.splice(line.indexOf(waiter), 1);
        reject(signal.reason as Error);
      };
      const settle = (done: () => void) => {
        signal.removeEventListener('abort', onAbort);
        done();
      };
      const waiter: Waiter = {
        kind,
        passed: 0,
        begin: () => settle(resolve),
        refuse: (reason) => settle(() => reject(reason)),
      };
      signal.addEventListener('abort', onAbort, { once: true });
      line.push(waiter);
    });
  }

  #hasRoom(rank: Rank, isAdmitted = false): boolean {
    const { places, maxWaiting, maxWaitMs } = this.#options;
    if (this.#busy + this.#coming < places) return true;
    if (this.waiting + this.#coming >= maxWaiting) return false;
    if (rank === 'own' || isAdmitted) return true;
    const ahead = rank === 'unsigned' ? this.waiting : this.#waiting.first.length;
    return ((ahead + this.#coming) * this.#costMs) / places <= maxWaitMs;
  }

  #mayDisplace(rank: Rank): boolean {
    return rank !== 'unsigned' && this.#waiting.strangers.length > 0;
  }

  #learn(costMs: number): void {
    const known = this.#costMs || costMs;
    const believed = Math.min(costMs, maxSurprise * Math.max(known, leastMs));
    this.#costMs = known + newsShare * (believed - known);
  }
}

/** Whoever is first has been passed most often, so it alone need be looked at. */
function takeNext(line: Waiter[], kind: string | undefined): Waiter | undefined {
  const first = line[0];
  if (!first || kind === undefined || first.passed >= maxPassed) return line.shift();
  const at = line.slice(0, reach).findIndex((waiter) => waiter.kind === kind);
  if (at < 1) return line.shift();
  for (const waiter of line.slice(0, at)) waiter.passed += 1;
  return line.splice(at, 1)[0];
}
