const barWidth = 30;
const redrawMs = 80;
const lineEveryMs = 5_000;

/** How far a long command is, on stderr: a bar on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #isTerminal = process.stderr.isTTY;
  #shownAt = performance.now();

  show(done: number, of: number, more: string): void {
    const now = performance.now();
    const isDue = now - this.#shownAt >= (this.#isTerminal ? redrawMs : lineEveryMs);
    if (!isDue && !(this.#isTerminal && done === of)) return;
    this.#shownAt = now;
    if (!this.#isTerminal) return console.error(`${done} of ${of}, ${more}`);
    const full = Math.round((barWidth * done) / of);
    process.stderr.write(
      `\r${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done}/${of}, ${more}\u001B[K`,
    );
  }

  /** Leaves a clean line for what comes next. */
  end(): void {
    if (this.#isTerminal) process.stderr.write('\r\u001B[K');
  }
}
