import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkipReason } from '../read/html/reason-to-skip.ts';
import type { Restore } from '../read/html/take-out.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import type { MadeImage } from './image-shelf.ts';
import { writeWhole } from '../../system/write-whole.ts';

/** What is remembered of a page, so that it need not be read again while its bytes stay. */
export interface KnownPage {
  /** SHA-256 of the file as the last run left it. */
  readonly digest: string;
  readonly facts: PageFacts | undefined;
  /** SHA-256 of the tags that were given to it, and of what they replace. */
  readonly tagsDigest?: string | undefined;
  /** Why its file can have no card, whatever the other pages say. */
  readonly skipped?: SkipReason | undefined;
  /** What an overwriting run took out of it, for undo. */
  readonly restore?: Restore | undefined;
}

/** What one run leaves for the next, for one site. */
export interface Manifest {
  /** Where it lived: addresses that pages were read with mean nothing elsewhere. */
  readonly site: string;
  readonly pages: Map<string, KnownPage>;
  readonly images: Map<string, MadeImage>;
}

interface ManifestFile {
  readonly version: number;
  /** How pages were read; not there before it was counted. */
  readonly reading?: number;
  readonly site: string;
  readonly pages: Record<string, KnownPage>;
  readonly images: Record<string, MadeImage>;
}

const version = 3;
/** One more whenever pages tell something that they did not before: they are read again, and undo stays possible. */
const reading = 1;

/** The manifest of the last run, or an empty one where there is none, it is not whole, or another version's. */
export async function readManifest(cacheFolder: string): Promise<Manifest> {
  try {
    const file = JSON.parse(await readFile(fileOf(cacheFolder), 'utf8')) as ManifestFile;
    if (file.version === version) {
      return {
        site: file.site,
        pages: new Map(Object.entries(file.pages).map(([path, page]) => [path, asRead(page, file.reading)])),
        images: new Map(Object.entries(file.images)),
      };
    }
  } catch {
    // made anew: what is lost is time, and what pages had that made way for cards
  }
  return { site: '', pages: new Map(), images: new Map() };
}

function asRead(page: KnownPage, asOf: number | undefined): KnownPage {
  return asOf === reading ? page : { ...page, digest: '' };
}

export async function writeManifest(cacheFolder: string, { site, pages, images }: Manifest): Promise<void> {
  const file: ManifestFile = {
    version,
    reading,
    site,
    pages: inOrder(pages),
    images: inOrder(images),
  };
  await writeWhole(fileOf(cacheFolder), JSON.stringify(file));
}

/** The same whoever was finished first. */
function inOrder<Value>(entries: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function fileOf(cacheFolder: string): string {
  return join(cacheFolder, 'manifest.json');
}
