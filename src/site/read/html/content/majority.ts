/** Which of several values most letters of a page are under. */
export class Majority<Value> {
  readonly #letters = new Map<Value | undefined, number>();

  add(value: Value | undefined, letters: number): void {
    this.#letters.set(value, (this.#letters.get(value) ?? 0) + letters);
  }

  get value(): Value | undefined {
    const ranked = [...this.#letters].sort(([, one], [, other]) => other - one);
    return ranked[0]?.[0];
  }
}
