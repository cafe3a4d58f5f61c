import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importPictures, type ImportOptions } from '../../../../src/pictures/import/import-pictures.ts';
import type { ImportEntry } from '../../../../src/pictures/import/outcome.ts';
import { FolderOriginals } from '../../../../src/pictures/originals/folder-originals.ts';
import type { Originals } from '../../../../src/pictures/originals/originals.ts';

/** An empty place for pictures, gone when the test is over. */
export function emptyOriginals() {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-originals-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    originals: new FolderOriginals(folder),
    read: (path: string) => readFile(join(folder, path)),
  };
}

/** An import, and what it said of each. */
export async function imported(options: ImportOptions) {
  const entries: ImportEntry[] = [];
  const summary = await importPictures({ ...options, onEntry: (entry) => void entries.push(entry) });
  return { summary, entries, by: (source: string) => entries.find((entry) => entry.source === source) };
}

/** Which calls an import makes of a place. */
export function counted(originals: Originals) {
  const calls = { find: 0, read: 0, write: 0, list: 0 };
  const counting: Originals = {
    description: originals.description,
    find: (path) => ((calls.find += 1), originals.find(path)),
    read: (path, options) => ((calls.read += 1), originals.read(path, options)),
    write: (path, bytes, options) => ((calls.write += 1), originals.write(path, bytes, options)),
    remove: (path) => originals.remove(path),
    list: (options) => ((calls.list += 1), originals.list(options)),
  };
  return { calls, originals: counting };
}
