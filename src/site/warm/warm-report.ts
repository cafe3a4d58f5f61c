import type { LineFile } from '../../system/line-file.ts';
import type { Warm } from './warm-image.ts';

/** An address that could not be warmed. */
export interface WarmFailure {
  readonly address: string;
  /** The page or the list that names it. */
  readonly from: string;
  readonly reason: string;
}

export interface WarmCounts {
  pages: number;
  /** Of them, without any `og:image`. */
  pagesWithoutImage: number;
  warmed: number;
  /** Warmed by an earlier run. */
  skipped: number;
  failed: number;
  /** Of all that was warmed. */
  bytes: number;
}

/** What just happened, and how far it is. */
export interface WarmProgress extends Readonly<WarmCounts> {
  readonly event: 'warmed' | 'skipped' | 'failed' | 'retried' | 'page';
  readonly address?: string;
  readonly reason?: string;
}

export type OnProgress = (progress: WarmProgress) => void;

/** Counts, tells, and writes to the log what did not go as it should. */
export class WarmReport {
  readonly counts: WarmCounts = {
    pages: 0,
    pagesWithoutImage: 0,
    warmed: 0,
    skipped: 0,
    failed: 0,
    bytes: 0,
  };
  readonly failures: WarmFailure[] = [];
  readonly notes: WarmFailure[] = [];
  readonly #log: LineFile | undefined;
  readonly #onProgress: OnProgress | undefined;

  constructor(log: LineFile | undefined, onProgress: OnProgress | undefined) {
    this.#log = log;
    this.#onProgress = onProgress;
  }

  page(images: number): void {
    this.counts.pages += 1;
    if (images === 0) this.counts.pagesWithoutImage += 1;
    this.#tell({ event: 'page' });
  }

  skipped(address: string): void {
    this.counts.skipped += 1;
    this.#tell({ event: 'skipped', address });
  }

  async warmed(address: string, { byteLength, notes }: Warm, from: string): Promise<void> {
    this.counts.warmed += 1;
    this.counts.bytes += byteLength;
    for (const reason of notes) {
      this.notes.push({ address, from, reason });
      await this.#write('warning', { address, from, reason });
    }
    this.#tell({ event: 'warmed', address });
  }

  async retried(failure: WarmFailure, delayMs: number): Promise<void> {
    await this.#write('retry', { ...failure, delayMs });
    this.#tell({ event: 'retried', address: failure.address, reason: failure.reason });
  }

  async failed(failure: WarmFailure): Promise<void> {
    this.counts.failed += 1;
    this.failures.push(failure);
    await this.#write('error', failure);
    this.#tell({ event: 'failed', address: failure.address, reason: failure.reason });
  }

  async #write(level: string, entry: object): Promise<void> {
    await this.#log?.append({ at: new Date().toISOString(), level, ...entry });
  }

  #tell(progress: Pick<WarmProgress, 'event' | 'address' | 'reason'>): void {
    this.#onProgress?.({ ...this.counts, ...progress });
  }
}
