import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageUnavailableError } from '../../errors.ts';
import { walkFiles } from '../originals/walk-files.ts';
import { typeOfName } from '../verify/kinds.ts';
import { checkSize, readHeadFirst } from './read-head-first.ts';
import { countOf, type Found, type ImportSource, type ReadFoundOptions } from './source.ts';

export interface FolderSourceOptions {
  readonly folder: string;
  /** What lies below this path is left out: where pictures are imported to. It ends in a slash. */
  readonly without?: string | undefined;
}

/** The files of a folder and of those below it; hidden ones and links are left out. */
export class FolderSource implements ImportSource {
  readonly description: string;
  readonly isSorted = true;
  readonly #folder: string;
  readonly #without: string | undefined;

  constructor({ folder, without }: FolderSourceOptions) {
    this.description = `folder, ${folder}`;
    this.#folder = folder;
    this.#without = without;
  }

  async *list(): AsyncIterable<Found> {
    for await (const { path, byteLength } of this.#files()) {
      const file = join(this.#folder, path);
      const isCalledPicture = typeOfName(path) !== undefined;
      yield { name: file, path, isCalledPicture, byteLength, read: (options) => readFile(file, options) };
    }
  }

  count(signal: AbortSignal): Promise<number> {
    return countOf(this.#files(), signal);
  }

  #files() {
    return walkFiles(this.#folder, {}, (path) => !this.#isLeftOut(path));
  }

  #isLeftOut(path: string): boolean {
    const isHidden = path.slice(path.lastIndexOf('/') + 1).startsWith('.');
    return isHidden || (this.#without !== undefined && `${path}/`.startsWith(this.#without));
  }
}

async function readFile(path: string, { maxBytes, signal }: ReadFoundOptions): Promise<Buffer> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants; // without O_NONBLOCK a pipe would never open
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new ImageUnavailableError('it is no file any more');
    checkSize(stats.size, maxBytes);
    const chunks = file.createReadStream({ autoClose: false, ...(signal && { signal }) });
    return await readHeadFirst(chunks as AsyncIterable<Buffer>, maxBytes);
  } finally {
    await file.close();
  }
}
