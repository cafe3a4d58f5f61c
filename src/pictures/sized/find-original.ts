import { LRUCache } from 'lru-cache';
import { extensionsOf, pictureTypes, typeOfName } from '../verify/kinds.ts';
import type { OriginalFacts, Originals } from '../originals/originals.ts';
import { problemOfPicturePath } from '../path.ts';

export interface FoundOriginal extends OriginalFacts {
  readonly path: string;
}

/** A picture that was replaced is shown anew so soon after. */
const knownMs = 2_000;
const known = 10_000;

const extensions = pictureTypes.flatMap((type) => extensionsOf[type]);

/** Which file a name without, or with another, ending means. What was found is remembered for a moment. */
export class OriginalFinder {
  readonly #originals: Originals;
  readonly #known = new LRUCache<string, Promise<OriginalFacts | undefined>>({
    max: known,
    ttl: knownMs,
    perf: { now: () => Date.now() },
  });

  constructor(originals: Originals) {
    this.#originals = originals;
  }

  /**
   * `photo.png` is that and no other. `photo` is `photo.<ending>`, else the first there is of
   * `.jpg`, `.jpeg`, `.png`, `.webp`, `.gif` and `.avif`.
   */
  async find(base: string, ending: string): Promise<FoundOriginal | undefined> {
    const others = [ending, ...extensions].map((extension) => `${base}.${extension}`);
    const names = new Set([...(typeOfName(base) ? [base] : []), ...others]);
    for (const path of names) {
      const facts = problemOfPicturePath(path) === undefined && (await this.#facts(path));
      if (facts) return { ...facts, path };
    }
    return undefined;
  }

  /** A failure is told, and forgotten. */
  #facts(path: string): Promise<OriginalFacts | undefined> {
    const found = this.#known.get(path) ?? this.#originals.find(path);
    this.#known.set(path, found, { noUpdateTTL: true });
    found.catch(() => this.#known.delete(path));
    return found;
  }
}
