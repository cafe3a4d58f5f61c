/**
 * What became of something that a source has. `there`: kept before. `planned`: would be copied.
 * `ignored`: no picture, and not called one. `refused`: what nobody can keep or show as a
 * picture, though it is called one. `failed`: could not be read or written this time.
 */
export type Outcome = 'stored' | 'there' | 'planned' | 'ignored' | 'refused' | 'failed';

export interface ImportEntry {
  /** What it is called at its source. */
  readonly source: string;
  readonly outcome: Outcome;
  /** Where it is kept, or would be. */
  readonly path?: string;
  /** Of what was copied, or would be, as far as that is known. */
  readonly bytes?: number;
  readonly reason?: string;
}

export interface ImportSummary extends Readonly<Record<Outcome, number>> {
  /** Of all that was copied, or would be. */
  readonly bytes: number;
}

const none: ImportSummary = {
  stored: 0,
  there: 0,
  planned: 0,
  ignored: 0,
  refused: 0,
  failed: 0,
  bytes: 0,
};

/** Adds up what became of each. */
export class ImportCounts {
  #summary = none;

  add({ outcome, bytes = 0 }: ImportEntry): void {
    const { [outcome]: before, bytes: bytesBefore } = this.#summary;
    this.#summary = { ...this.#summary, [outcome]: before + 1, bytes: bytesBefore + bytes };
  }

  get summary(): ImportSummary {
    return this.#summary;
  }

  get done(): number {
    const { stored, there, planned, ignored, refused, failed } = this.#summary;
    return stored + there + planned + ignored + refused + failed;
  }
}
