/** What a build did, as plain data. */
export interface BuildReport {
  readonly pages: number;
  /** Pages that have a card of ours now. */
  readonly withCard: number;
  /** Pages whose files were written. */
  readonly changed: readonly string[];
  /** Images that were photographed, and that were there already. */
  readonly made: number;
  readonly reused: number;
  /** Old images that no page has named for long enough. */
  readonly removed: number;
  /** Pages that were left alone, by why. */
  readonly skipped: Readonly<Record<string, readonly string[]>>;
  /** What a person should look at: words that were cut, glyphs and pictures that are missing. */
  readonly warnings: readonly PageNote[];
  /** Pages that could not be read, or whose card could not be made; they are as they were. */
  readonly failures: readonly PageNote[];
  /** What would be changed, as unified diffs; of dry runs only. */
  readonly diffs: readonly string[];
}

export interface PageNote {
  readonly path: string;
  readonly message: string;
}

/** A report that is still being written. */
export class ReportDraft {
  #made = 0;
  #reused = 0;
  readonly changed: string[] = [];
  readonly warnings: PageNote[] = [];
  readonly failures: PageNote[] = [];
  readonly diffs: string[] = [];
  readonly withCard = new Set<string>();
  readonly #skipped = new Map<string, string[]>();

  get made(): number {
    return this.#made;
  }

  countImage(isNew: boolean): void {
    if (isNew) this.#made += 1;
    else this.#reused += 1;
  }

  skip(path: string, reason: string): void {
    this.#skipped.set(reason, [...(this.#skipped.get(reason) ?? []), path]);
  }

  finish(pages: number, removed: number): BuildReport {
    const byPath = (one: PageNote, other: PageNote) => (one.path < other.path ? -1 : 1);
    return {
      pages,
      withCard: this.withCard.size,
      changed: this.changed.sort(),
      made: this.#made,
      reused: this.#reused,
      removed,
      skipped: Object.fromEntries([...this.#skipped].sort().map(([reason, paths]) => [reason, paths.sort()])),
      warnings: this.warnings.sort(byPath),
      failures: this.failures.sort(byPath),
      diffs: this.diffs,
    };
  }
}
