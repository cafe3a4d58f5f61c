import type { ListedOriginal, Originals } from '../originals/originals.ts';
import { isAfter } from '../originals/walk-files.ts';

/** So many are passed over before the list is taken up further on. */
const mostPassed = 1_000;

/**
 * Tells which paths are taken, asked about in about the order of their bytes: it goes through
 * the list of originals beside them, a thousand to a page, instead of asking for each.
 */
export class TakenPaths {
  readonly #originals: Originals;
  #listed: AsyncIterator<ListedOriginal>;
  /** The first one listed that may still be asked about; nothing behind the last. */
  #next: string | undefined = '';
  #asked = '';

  constructor(originals: Originals, prefix: string) {
    this.#originals = originals;
    this.#listed = originals.list({ prefix })[Symbol.asyncIterator]();
  }

  async has(path: string): Promise<boolean> {
    if (!isAfter(path, this.#asked)) return this.#find(path);
    this.#asked = path;
    if (!(await this.#goTo(path)) && !(await this.#skipTo(path))) return this.#find(path);
    return this.#next === path;
  }

  async #find(path: string): Promise<boolean> {
    return (await this.#originals.find(path)) !== undefined;
  }

  /** What comes before it begins with all of it but its last letter, or is passed over unseen. */
  async #skipTo(path: string): Promise<boolean> {
    await this.#listed.return?.();
    const after = Array.from(path).slice(0, -1).join('');
    this.#listed = this.#originals.list({ after })[Symbol.asyncIterator]();
    this.#next = '';
    return this.#goTo(path);
  }

  /** Whether it got there. */
  async #goTo(path: string): Promise<boolean> {
    for (let passed = 0; this.#next !== undefined && isAfter(path, this.#next); passed += 1) {
      if (passed === mostPassed) return false;
      const listed = await this.#listed.next();
      this.#next = listed.done ? undefined : listed.value.path;
    }
    return true;
  }
}
