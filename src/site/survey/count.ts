/** How many pages say a thing, by the thing; spellings that differ only in case and space are one. */
export class Tally {
  readonly #counts = new Map<string, { count: number; spellings: Map<string, number> }>();
  #total = 0;

  /** All that was counted, together. */
  get total(): number {
    return this.#total;
  }

  /** Counts what one page says; what it says twice counts once. */
  add(texts: Iterable<string>): void {
    const seen = new Set<string>();
    for (const text of texts) {
      const key = sameness(text);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      const entry = this.#counts.get(key) ?? { count: 0, spellings: new Map<string, number>() };
      entry.count += 1;
      this.#total += 1;
      entry.spellings.set(text, (entry.spellings.get(text) ?? 0) + 1);
      this.#counts.set(key, entry);
    }
  }

  of(text: string): number {
    return this.#counts.get(sameness(text))?.count ?? 0;
  }

  /** Each thing in its most frequent spelling, the most frequent first. */
  entries(): { readonly text: string; readonly count: number }[] {
    return [...this.#counts.values()]
      .map(({ count, spellings }) => ({ text: mostFrequent(spellings)!, count }))
      .sort((one, other) => other.count - one.count);
  }
}

/** What makes two texts the same to a reader. */
export function sameness(text: string): string {
  const plain = ascii.test(text) ? text : text.normalize('NFKC').replaceAll(/\s+/g, ' ');
  return plain.trim().toLowerCase();
}

/** Words with single spaces, as nearly all are. A word ends in one way only, or this would take as long as it has ways. */
const ascii = /^(?:[!-~]+(?: |$))*$/;

export function areSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && sameness(one) === sameness(other);
}

/** The key with the highest count, the first of equals. */
export function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let [best, most]: [Key | undefined, number] = [undefined, 0];
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count];
  return best;
}
