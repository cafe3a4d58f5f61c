import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, link, open, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkPicturePath } from '../path.ts';
import { Drafts } from './drafts.ts';
import { existingFolderBelow, folderBelow } from './folder-below.ts';
import { KnownFiles } from './known-files.ts';
import type {
  ListedOriginal,
  ListOptions,
  OriginalFacts,
  Originals,
  ReadOptions,
  WriteOptions,
} from './originals.ts';
import { walkFiles } from './walk-files.ts';

/** What says that there is no such file: none, a folder's name behind a file's, a link. */
const absent: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];
/** What says that something else is where a file should be: a file for a folder, or the reverse. */
const taken: readonly unknown[] = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'];

/**
 * Pictures in a folder. A link may stand for a folder as long as it leads to one below; in a
 * picture's place it is as good as nothing. A version is a hash of the bytes, so that every
 * machine with a copy of the folder says the same one.
 */
export class FolderOriginals implements Originals {
  readonly #root: string;
  readonly #drafts: Drafts;
  readonly #files = new KnownFiles();

  constructor(folder: string) {
    this.#root = folder;
    this.#drafts = new Drafts(folder);
  }

  get description(): string {
    return `folder, ${this.#root}`;
  }

  async find(path: string): Promise<OriginalFacts | undefined> {
    return this.#open(path, async (file, stats) => {
      const version = await this.#files.versionOf(file, stats);
      return { version, byteLength: Number(stats.size), modifiedAtMs: Number(stats.mtimeMs) };
    });
  }

  async read(path: string, options: ReadOptions) {
    return this.#open(path, (file, stats) => this.#files.read(file, stats, options));
  }

  async write(path: string, bytes: Buffer, { overwrite }: WriteOptions): Promise<'stored' | 'exists'> {
    checkPicturePath(path);
    try {
      const place = join(await folderBelow(this.#root, dirname(path)), basename(path));
      await this.#drafts.use(async (draft) => {
        await writeFile(draft, bytes, { flag: 'wx', mode: 0o644 });
        // A rename takes the place of what is there, a link does not: whichever, it is one step.
        await (overwrite ? rename(draft, place) : link(draft, place));
      });
      return 'stored';
    } catch (error) {
      if (taken.includes((error as NodeJS.ErrnoException).code)) return 'exists';
      throw error;
    }
  }

  async remove(path: string): Promise<boolean> {
    checkPicturePath(path);
    const wasThere = await this.#open(path, () => Promise.resolve(true));
    if (!wasThere) return false;
    const folder = await existingFolderBelow(this.#root, dirname(path));
    return unlink(join(folder, basename(path))).then(() => true, unlessAbsent(false));
  }

  list(options: ListOptions = {}): AsyncIterable<ListedOriginal> {
    return walkFiles(this.#root, options);
  }

  /** Nothing for what is no file, or is none of ours. */
  async #open<Result>(
    path: string,
    use: (file: FileHandle, stats: BigIntStats) => Promise<Result>,
  ): Promise<Result | undefined> {
    checkPicturePath(path);
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants; // without O_NONBLOCK a pipe would never open
    const file = await existingFolderBelow(this.#root, dirname(path))
      .then((folder) => open(join(folder, basename(path)), O_RDONLY | O_NOFOLLOW | O_NONBLOCK))
      .catch(unlessAbsent(undefined));
    try {
      const stats = await file?.stat({ bigint: true });
      return file && stats?.isFile() ? await use(file, stats) : undefined;
    } finally {
      await file?.close();
    }
  }
}

function unlessAbsent<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (absent.includes((error as NodeJS.ErrnoException).code)) return value;
    throw error;
  };
}
