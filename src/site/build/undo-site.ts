import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CardstockError } from '../../errors.ts';
import { removeTags } from '../read/html/inject.ts';
import { ImageShelf } from './image-shelf.ts';
import { listPages } from '../read/list-pages.ts';
import { readManifest, writeManifest } from './manifest.ts';
import type { PageNote } from './report.ts';
import { writeWhole } from '../../system/write-whole.ts';

export interface UndoReport {
  readonly pages: number;
  readonly restored: readonly string[];
  readonly removedImages: number;
  /** Pages that were edited since, so that nobody can say any more what belongs where. */
  readonly failures: readonly PageNote[];
}

/** Takes back what builds did to a site: every page has its very own bytes again, and our images are gone. */
export async function undoSite(folder: string, cacheFolder: string): Promise<UndoReport> {
  const manifest = await readManifest(cacheFolder);
  const { pages: paths } = await listPages(folder);
  const restored: string[] = [];
  const failures: PageNote[] = [];
  const images = new Set(manifest.images.keys());
  for (const path of paths) {
    const file = join(folder, path);
    let bytes = Buffer.alloc(0);
    try {
      bytes = await readFile(file);
      const original = removeTags(bytes, manifest.pages.get(path)?.restore);
      if (original.equals(bytes)) continue;
      await writeWhole(file, original);
      restored.push(path);
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      const message = error instanceof CardstockError ? error.publicMessage : `cannot be restored (${code})`;
      failures.push({ path, message });
      // Its tags stay, and what they name.
      for (const image of images) if (bytes.includes(image)) images.delete(image);
    }
  }
  const removedImages = await new ImageShelf(folder, cacheFolder).withdraw([...images]);
  // Else a second undo would take their tags out, put nothing back, and call them restored.
  const failed = new Set(failures.map(({ path }) => path));
  const pages = new Map([...manifest.pages].filter(([path]) => failed.has(path)));
  await writeManifest(cacheFolder, { ...manifest, pages });
  return { pages: paths.length, restored, removedImages, failures };
}
