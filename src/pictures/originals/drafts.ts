import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** In the folder of pictures, for a rename goes no further than its disk. No path of a picture names it. */
export const hiddenFolder = '.cardstock';
/** After so long nobody writes at it any more. */
const forgottenMs = 3_600_000;

/** Files that are being written, beside the pictures that they become. */
export class Drafts {
  readonly #folder: string;
  #opened: Promise<void> | undefined;

  constructor(root: string) {
    this.#folder = join(root, hiddenFolder, 'drafts');
  }

  /** What is left of the draft is removed, whatever came of it. */
  async use(work: (draft: string) => Promise<void>): Promise<void> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    await this.#opened;
    const draft = join(this.#folder, randomBytes(9).toString('base64url'));
    await work(draft).finally(() => rm(draft, { force: true }));
  }

  /** Who was killed while writing leaves a draft behind. */
  async #open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      const draft = join(this.#folder, name);
      const { mtimeMs } = (await lstat(draft).catch(() => undefined)) ?? { mtimeMs: Infinity };
      if (mtimeMs + forgottenMs < Date.now()) await rm(draft, { force: true });
    }
  }
}
