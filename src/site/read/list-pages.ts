import { opendir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { TargetError } from '../../errors.ts';
import { draftName } from '../../system/write-whole.ts';
import { posixPath } from '../../system/posix-path.ts';

/** What a site has of pages, and what could not be looked into. */
export interface Listing {
  /** From the folder of the site, with `/` on every system, sorted. */
  readonly pages: readonly string[];
  readonly unreadable: readonly string[];
  /** What runs that were killed left half-written. */
  readonly drafts: readonly string[];
}

/** Nothing is published from there: tools keep their own in folders that begin with a dot. */
const skipped = /^(?:\.|node_modules$)/;

/**
 * Every HTML file below a folder, but for folders that nobody publishes. Links to folders are not followed: a loop would never end,
 * and what lies behind one is a page of another place.
 *
 * @throws {TargetError} the folder itself cannot be read.
 */
export async function listPages(folder: string): Promise<Listing> {
  const pages: string[] = [];
  const unreadable: string[] = [];
  const drafts: string[] = [];
  const open = [folder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    try {
      for await (const entry of await opendir(current)) {
        const path = join(current, entry.name);
        if (entry.isDirectory() && !skipped.test(entry.name)) open.push(path);
        else if (draftName.test(entry.name)) drafts.push(posixPath(relative(folder, path)));
        else if (entry.isFile() && /\.x?html?$/i.test(entry.name))
          pages.push(posixPath(relative(folder, path)));
      }
    } catch (error) {
      if (current === folder) throw new TargetError(folder, 'is no folder that can be read', error);
      unreadable.push(posixPath(relative(folder, current)));
    }
  }
  return { pages: pages.sort(), unreadable: unreadable.sort(), drafts };
}
