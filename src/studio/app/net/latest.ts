/** A card takes less; one that takes longer makes way as soon as there is a newer one. */
const patienceMs = 250;

interface Run {
  readonly controller: AbortController;
  readonly since: number;
}

/**
 * Does one thing at a time, and next the newest that was asked for: a picture follows the keys
 * even where they come faster than pictures, and what is outdated is given up.
 */
export class Latest<Question> {
  readonly #work: (question: Question, signal: AbortSignal) => Promise<void>;
  #waiting: { readonly question: Question } | undefined;
  #running: Run | undefined;

  /** @param work Says itself what went wrong; its `signal` fires when nobody waits for it. */
  constructor(work: (question: Question, signal: AbortSignal) => Promise<void>) {
    this.#work = work;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (this.#running) this.#hurry(this.#running);
    else void this.#run();
  }

  #hurry({ controller, since }: Run): void {
    const leftMs = patienceMs - (performance.now() - since);
    setTimeout(() => {
      if (this.#waiting) controller.abort();
    }, leftMs);
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = undefined;
      const controller = new AbortController();
      this.#running = { controller, since: performance.now() };
      await this.#work(question, controller.signal).catch(console.error);
      this.#running = undefined;
    }
  }
}
