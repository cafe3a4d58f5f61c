import { lstat } from 'node:fs/promises';
import { reachOf } from '../../system/network/hosts.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import { withoutEdition } from './edition.ts';
import { fileOnSite, type SitePlace } from './place.ts';

/** Why an image that a page names is not the picture of that page. */
export type ImageFault = 'shared' | 'missing' | 'empty' | 'unreachable' | 'no-address' | 'no-picture';

/** An image that several pages name, or that no crawler could show. */
export interface DisownedImage {
  /** As the pages write it. */
  readonly address: string;
  readonly fault: ImageFault;
  /** Why nobody would see it, where many share it besides. */
  readonly flaw?: ImageFault | undefined;
  readonly pages: readonly string[];
}

const minPages = 3;
/** A tracking pixel weighs less. */
const minBytes = 100;

/**
 * Tells the images that are a page's own from those that belong to the site (a theme's default,
 * say, or one picture for all) and those that nobody would see. A page and its translations
 * count as one.
 */
export async function disownedImages(pages: readonly PageFacts[], site: SitePlace): Promise<DisownedImage[]> {
  const named = Map.groupBy(
    pages.filter(({ images }) => images.length > 0),
    ({ images }) => images[0]!,
  );
  const total = new Set([...named.values()].flat().map(({ path }) => withoutEdition(path))).size;
  const found = await Promise.all(
    [...named].map(async ([address, users]): Promise<DisownedImage[]> => {
      const flaw = await flawOf(address, site);
      const count = new Set(users.map(({ path }) => withoutEdition(path))).size;
      const isShared = count >= minPages || (count > 1 && count === total);
      if (!isShared && !flaw) return [];
      const paths = users.map(({ path }) => path);
      return [{ address, fault: isShared ? 'shared' : flaw!, flaw, pages: paths }];
    }),
  );
  return found.flat().sort((one, other) => other.pages.length - one.pages.length);
}

/** Why a crawler would not see an image, as far as that can be told from here. */
async function flawOf(address: string, site: SitePlace): Promise<ImageFault | undefined> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address, site.url.href)) return 'no-address';
  const url = new URL(address, site.url);
  if (/\.svgz?$/i.test(url.pathname)) return 'no-picture';
  const file = fileOnSite(site, address, site.url);
  if (file) return fileFlaw(file);
  const isGlued = url.hostname.startsWith(site.url.hostname) && url.hostname !== site.url.hostname;
  return isGlued || reachOf(url.hostname) === 'private' ? 'unreachable' : undefined;
}

async function fileFlaw(file: string): Promise<ImageFault | undefined> {
  const stats = await lstat(file).catch(() => undefined);
  if (!stats || stats.isDirectory()) return 'missing';
  return stats.isFile() && stats.size < minBytes ? 'empty' : undefined;
}
