/** So many failures one after the other, and it is left alone. */
const failuresInARow = 3;
/** Then one call tries again. */
const leftAloneMs = 5_000;

/** Remembers how something went that fails now and then, and says when to leave it alone. */
export class Breaker {
  #failures = 0;
  #triedAt = -Infinity;
  lastError: unknown;

  succeeded(): void {
    this.#failures = 0;
  }

  failed(error: unknown): void {
    this.#failures += 1;
    this.#triedAt = performance.now();
    this.lastError = error;
  }

  /** Whoever is the first after the pause goes and looks; the others still do without. */
  isOpen(): boolean {
    if (this.#failures < failuresInARow) return false;
    const now = performance.now();
    if (now - this.#triedAt < leftAloneMs) return true;
    this.#triedAt = now;
    return false;
  }
}
