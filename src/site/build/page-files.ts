import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { maxPageBytes, type SkipReason } from '../read/html/reason-to-skip.ts';
import type { Restore } from '../read/html/take-out.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import type { KnownPage, Manifest } from './manifest.ts';

/** A page of the site as it lies there; its bytes are not kept. */
export interface PageFile {
  readonly path: string;
  /** Nothing where the file is no page. */
  readonly facts: PageFacts | undefined;
  readonly skipped: SkipReason | undefined;
  /** What the last run left, where the file is still as it was. */
  readonly known?: KnownPage | undefined;
}

export interface SiteSettings {
  readonly folder: string;
  readonly site: URL;
}

/**
 * Reads what a page says, or remembers it where not a byte has changed.
 *
 * @throws {NodeJS.ErrnoException} the file cannot be read.
 */
export async function readSitePage(
  path: string,
  { folder, site }: SiteSettings,
  { site: lastSite, pages }: Manifest,
): Promise<PageFile> {
  const file = join(folder, path);
  const { size } = await lstat(file);
  if (size > maxPageBytes) return { path, facts: undefined, skipped: 'too-large' };
  const bytes = await readFile(file);
  const known = pages.get(path);
  if (known?.digest === digestOf(bytes) && lastSite === site.href)
    return { path, facts: known.facts, skipped: known.skipped, known };
  // Loaded for pages that are new: an unchanged site needs no parser.
  const { factsOfFile } = await import('../read/page/facts-of-file.ts');
  return { path, ...factsOfFile(await asItCame(bytes, known?.restore), { path, siteUrl: site }) };
}

/** What made way for tags of ours is the page's word still: an image of its own, above all. */
async function asItCame(bytes: Buffer, restore: Restore | undefined): Promise<Buffer> {
  if (!restore) return bytes;
  const { untouched } = await import('../read/html/inject.ts');
  return untouched(bytes, restore);
}

export function digestOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url');
}
