import { widthOf } from './terminal.ts';

const barWidth = 30;
/** Of a bar that is worth its place; less is left to the words. */
const leastBarWidth = 8;
const redrawMs = 80;
const lineEveryMs = 5_000;

/** How far a long command is, on stderr: a bar on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #shownAt = performance.now();

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  show(done: number, of: number, more: string): void {
    const words = `${done} of ${of}, ${more}`;
    const room = Math.min(barWidth, widthOf(this.#stream) - words.length - 2);
    const bar = this.#stream.isTTY && room >= leastBarWidth ? `${barOf(done / Math.max(1, of), room)} ` : '';
    this.say(bar + words);
  }

  /** For work whose end is not in sight. */
  say(line: string): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#stream.isTTY ? redrawMs : lineEveryMs)) return;
    this.#shownAt = now;
    // A line that the terminal breaks in two is not drawn over by the next.
    if (this.#stream.isTTY) this.#stream.write(`\r${line.slice(0, widthOf(this.#stream) - 1)}\u001B[K`);
    else this.#stream.write(`${line}\n`);
  }

  /** Leaves a clean line for what comes next. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }
}

function barOf(share: number, width: number): string {
  const full = Math.round(width * share);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}
