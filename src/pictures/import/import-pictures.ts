import { ImportStoppedError } from '../../errors.ts';
import type { Originals } from '../originals/originals.ts';
import { type PictureType, typeOfName, usualTypes } from '../verify/kinds.ts';
import { copyPicture, failedFate, type Fate, pathsOf } from './copy-picture.ts';
import { ImportCounts, type ImportEntry, type ImportSummary } from './outcome.ts';
import { placeOf } from './place.ts';
import type { Found, ImportSource } from './source.ts';
import { TakenPaths } from './taken-paths.ts';

export interface ImportOptions {
  readonly source: ImportSource;
  readonly originals: Originals;
  /** What the path of every picture begins with: `blog/`. @default nothing */
  readonly prefix?: string;
  /** Whether pictures take the place of what is there. @default false */
  readonly overwrite?: boolean;
  /** Whether what no path may hold makes way. @default false: it is refused */
  readonly rename?: boolean;
  /** Says what would be copied; nothing is read but lists. @default false */
  readonly dryRun?: boolean;
  /** @default JPEG, PNG, WebP */
  readonly types?: readonly PictureType[];
  /** Pictures at a time. @default 8 */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** Hears of each what became of it; the next one waits for it. */
  readonly onEntry?: (entry: ImportEntry) => void | Promise<void>;
}

/** With a place that fails all the time, the millionth failure tells no more than these. */
const mostFailuresInRow = 50;

/** Something of the source, and where it goes; `isThere` where that was cheap to tell. */
interface Candidate {
  readonly found: Found;
  readonly path: string;
  readonly isThere: boolean | undefined;
}

/**
 * Copies every picture of a source among the originals. What is there is passed over unread, so
 * whoever was killed begins anew and goes on; each picture is written whole or not at all. What
 * is held at a time is `concurrency` pictures, however many there are.
 *
 * @throws {ImportStoppedError} 50 in a row could not be read or written.
 * @throws the source cannot be listed, or the reason of `signal`.
 */
export async function importPictures(options: ImportOptions): Promise<ImportSummary> {
  const run = new ImportRun(options);
  const candidates = run.candidates()[Symbol.asyncIterator]();
  async function work() {
    for (;;) {
      options.signal?.throwIfAborted();
      run.throwIfStopped();
      const next = await candidates.next();
      if (next.done) return;
      await run.take(next.value);
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: options.concurrency ?? 8 }, work));
  const failed = workers.find((worker) => worker.status === 'rejected');
  if (failed) throw failed.reason;
  return run.summary;
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #counts = new ImportCounts();
  #failuresInRow = 0;
  #lastReason: string | undefined;

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  get summary(): ImportSummary {
    return this.#counts.summary;
  }

  /** What may be copied, one after the other; what has no place is told on the way. */
  async *candidates(): AsyncIterable<Candidate> {
    const { source, originals, prefix = '', rename = false, overwrite } = this.#options;
    const taken = source.isSorted && !overwrite ? new TakenPaths(originals, prefix) : undefined;
    for await (const found of source.list()) {
      const place = placeOf(found.path, { prefix, rename });
      if ('problem' in place) {
        const outcome = found.isCalledPicture ? 'refused' : 'ignored';
        await this.#tell({ source: found.name, outcome, reason: place.problem });
        continue;
      }
      const { path } = place;
      const isThere = taken && typeOfName(path) ? await taken.has(path) : undefined;
      yield { found, path, isThere };
    }
  }

  async take(candidate: Candidate): Promise<void> {
    const { name: source } = candidate.found;
    const fate = await this.#fateOf(candidate).catch((error: unknown) => {
      this.#options.signal?.throwIfAborted();
      return failedFate(error, candidate.path);
    });
    await this.#tell({ source, ...fate });
  }

  async #fateOf({ found, path, isThere }: Candidate): Promise<Fate> {
    const { dryRun, overwrite = false, types = usualTypes, originals, signal } = this.#options;
    const kept = isThere ? path : await this.#find(path, isThere);
    if (kept !== undefined) return { outcome: 'there', path: kept };
    if (!dryRun) return copyPicture(found, path, { originals, types, overwrite, signal });
    const { byteLength: bytes } = found;
    return { outcome: 'planned', path, ...(bytes !== undefined && { bytes }) };
  }

  /** @throws {ImportStoppedError} */
  throwIfStopped(): void {
    if (this.#failuresInRow < mostFailuresInRow) return;
    throw new ImportStoppedError(this.#failuresInRow, this.#lastReason ?? '');
  }

  /** Where it is kept already, if it is and that matters; whoever went through the list knows that it is not. */
  async #find(path: string, isThere: false | undefined): Promise<string | undefined> {
    const { originals, overwrite } = this.#options;
    if (overwrite || isThere === false) return undefined;
    for (const each of pathsOf(path)) if (await originals.find(each)) return each;
    return undefined;
  }

  async #tell(entry: ImportEntry): Promise<void> {
    this.#counts.add(entry);
    this.#failuresInRow = entry.outcome === 'failed' ? this.#failuresInRow + 1 : 0;
    if (entry.outcome === 'failed') this.#lastReason = entry.reason;
    await this.#options.onEntry?.(entry);
  }
}
