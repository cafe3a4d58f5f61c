const barWidth = 30;
const redrawMs = 80;
const lineEveryMs = 5_000;

/** How far a long command is, on stderr: a bar on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #isTerminal = process.stderr.isTTY;
  #shownAt = performance.now();

  show(done: number, of: number, more: string): void {
    const full = Math.round((barWidth * done) / Math.max(1, of));
    const bar = this.#isTerminal ? `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ` : '';
    this.say(`${bar}${done} of ${of}, ${more}`);
  }

  /** For work whose end is not in sight. */
  say(line: string): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#isTerminal ? redrawMs : lineEveryMs)) return;
    this.#shownAt = now;
    if (this.#isTerminal) process.stderr.write(`\r${line}\u001B[K`);
    else console.error(line);
  }

  /** Leaves a clean line for what comes next. */
  end(): void {
    if (this.#isTerminal) process.stderr.write('\r\u001B[K');
  }
}
