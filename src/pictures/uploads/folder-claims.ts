import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hiddenFolder } from '../originals/drafts.ts';
import { type Claimable, type Claims, isForgotten, nameOfClaim } from './claims.ts';

/** An empty file each, which is made in one step and by one process alone. */
export class FolderClaims implements Claims {
  readonly #folder: string;

  constructor(root: string) {
    this.#folder = join(root, hiddenFolder, 'claims');
  }

  async isTaken(claim: Claimable): Promise<boolean> {
    return stat(this.#fileOf(claim)).then(() => true, unless('ENOENT', false));
  }

  async take(claim: Claimable): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#fileOf(claim);
    return writeFile(file, '', { flag: 'wx', mode: 0o600 }).then(() => true, unless('EEXIST', false));
  }

  async release(claim: Claimable): Promise<void> {
    await rm(this.#fileOf(claim), { force: true });
  }

  async sweep(): Promise<void> {
    const names = await readdir(this.#folder).catch(unless('ENOENT', []));
    for (const name of names.filter(isForgotten)) await rm(join(this.#folder, name), { force: true });
  }

  #fileOf(claim: Claimable): string {
    return join(this.#folder, nameOfClaim(claim));
  }
}

function unless<Value>(code: string, value: Value): (error: unknown) => Value {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === code) return value;
    throw error;
  };
}
