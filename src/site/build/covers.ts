import { join } from 'node:path';
import { parseAllowedUrl } from '../../card/pictures/allowed-url.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import { withoutEdition } from '../survey/edition.ts';
import { mayQuoteOthers } from '../survey/list-paths.ts';
import { fileOfPicture } from './image-sources.ts';
import type { BuildMode } from './site-config.ts';

export interface CoverPlace {
  readonly folder: string;
  readonly site: URL;
  readonly mode: BuildMode;
  /** Hosts that pictures may be fetched from. */
  readonly imageHosts?: readonly string[] | undefined;
}

/** So many pages have no picture of their own together, but one of the site. */
const minSharers = 3;

/**
 * The pictures that cards of pages can show, as the pages write them, by the paths of the pages.
 * A page does well without one, so what may not be had is passed over in silence.
 */
export async function readCovers(
  pages: readonly PageFacts[],
  place: CoverPlace,
): Promise<ReadonlyMap<string, string>> {
  const own = pages.filter(({ picture, path }) => picture && !mayQuoteOthers(path));
  const users = Map.groupBy(own, ({ picture }) => picture!);
  const isShared = (picture: string) =>
    new Set(users.get(picture)?.map(({ path }) => withoutEdition(path))).size >= minSharers;
  const sizes = new Map<string, Promise<boolean>>();
  const isLargeFile = (file: string) => {
    const isLarge = sizes.get(file) ?? isLargePicture(file);
    sizes.set(file, isLarge);
    return isLarge;
  };
  const entries = own.map(async (page): Promise<[string, string][]> => {
    const picture = page.picture!;
    if (isShared(picture) || signs.test(picture)) return [];
    const canShow = isAllowed(picture, page, place) || (await isOfSite(picture, page, place, isLargeFile));
    return canShow ? [[page.path, picture]] : [];
  });
  return new Map((await Promise.all(entries)).flat());
}

const signs = /(?:avatar|badge|favicon|gravatar|icon|logo|placeholder)[^/]*$/i;

/** Cards by address are made where the folder of the site is not. */
async function isOfSite(
  picture: string,
  page: PageFacts,
  { folder, site, mode }: CoverPlace,
  isLargeFile: (file: string) => Promise<boolean>,
): Promise<boolean> {
  if (mode !== 'static') return false;
  const path = await fileOfPicture(picture, { folder, site, page });
  return path !== undefined && (await isLargeFile(join(folder, path)));
}

function isAllowed(picture: string, { url }: PageFacts, { imageHosts = [] }: CoverPlace): boolean {
  try {
    return parseAllowedUrl(new URL(picture, url).href, imageHosts).protocol === 'https:';
  } catch {
    return false;
  }
}

/** Narrower ones are coarse on a card. */
const minWidth = 400;
const minHeight = 200;

async function isLargePicture(file: string): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = (await sharp(file).metadata()).autoOrient;
    return width >= minWidth && height >= minHeight;
  } catch {
    return false;
  }
}
