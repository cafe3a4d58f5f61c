import { statSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyWhole, draftName, writeWhole } from '../../system/write-whole.ts';

/** An image that a build made, and what it must be told of. */
export interface MadeImage {
  /** `<hash>.<extension>`. */
  readonly name: string;
  readonly bytes: number;
  readonly warnings: readonly string[];
  /** In milliseconds since 1970: when a page last named it. */
  lastUsedAt: number;
}

/**
 * The images of a site, in two places: `<site>/og`, which is published, and a folder beside the
 * site, for sites that are built into an empty folder each time.
 */
export class ImageShelf {
  readonly #published: string;
  readonly #kept: string;

  constructor(siteFolder: string, cacheFolder: string) {
    this.#published = join(siteFolder, 'og');
    this.#kept = join(cacheFolder, 'images');
  }

  /** Puts an image that was made before where it is published; `false` where it is no longer whole. */
  async publish({ name, bytes }: MadeImage): Promise<boolean> {
    const [published, kept] = [join(this.#published, name), join(this.#kept, name)];
    if (sizeOf(published) === bytes) return true;
    if (sizeOf(kept) !== bytes) return false;
    await copyWhole(kept, published);
    return true;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await writeWhole(join(this.#kept, name), bytes);
    await writeWhole(join(this.#published, name), bytes);
  }

  /** Takes images out of the site, and its folder of them where nothing else is in it; they stay beside it. */
  async withdraw(names: readonly string[]): Promise<number> {
    let withdrawn = 0;
    for (const name of names) {
      const file = join(this.#published, name);
      if (sizeOf(file) === undefined) continue;
      await rm(file);
      withdrawn += 1;
    }
    await rmdir(this.#published).catch(() => {}); // somebody else's files, or no folder at all
    return withdrawn;
  }

  /** Removes what nobody names any more, and what a killed run left half-written. */
  async remove(names: readonly string[]): Promise<void> {
    for (const folder of [this.#published, this.#kept]) {
      const drafts = (await readdir(folder).catch(() => [])).filter((name) => draftName.test(name));
      await Promise.all([...names, ...drafts].map((name) => rm(join(folder, name), { force: true })));
    }
  }
}

/** At once: a promise for each of a thousand images takes longer than the disk. */
function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
