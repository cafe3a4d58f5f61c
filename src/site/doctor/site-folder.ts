import { join } from 'node:path';
import { decodePayload } from '../../serve/url/payload.ts';
import { splitSealedName } from '../../serve/url/sealed-url.ts';
import { mediaTypeOfName } from './file-kind.ts';
import type { ImageReport } from './image-report.ts';
import { readPicture } from './picture.ts';
import { pathBelow, readFileUpTo } from './read-file.ts';
import { reasonOf } from '../../system/network/reason.ts';

/** A built site as the folder it is in, and the address it will be found at. */
export class SiteFolder {
  readonly folder: string;
  readonly #site: URL;

  constructor(folder: string, siteUrl: string) {
    this.folder = folder;
    this.#site = new URL(siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`);
  }

  /** Where a page is found; `index.html` is not part of it. */
  addressOf(page: string): URL {
    const path = page.replace(/(^|\/)index\.html?$/i, '$1');
    return new URL(path.split('/').map(encodeURIComponent).join('/'), this.#site);
  }

  /** Whether an address is one of this site. */
  has({ origin, pathname }: URL): boolean {
    return origin === this.#site.origin && pathname.startsWith(this.#site.pathname);
  }

  /** Whether its robots.txt is the one of this site; a site below a path has none of its own. */
  isOrigin(origin: string): boolean {
    return origin === this.#site.origin && this.#site.pathname === '/';
  }

  /** The file of an address, if there is one: links on the way must not lead out of the folder. */
  async fileOf(url: URL): Promise<string | undefined> {
    const path = decode(url.pathname.slice(this.#site.pathname.length));
    return path === undefined ? undefined : pathBelow(this.folder, path);
  }

  /** A file of the site by its path from there, anything else by its address. */
  nameOf(url: URL): string {
    const path = this.has(url) ? decodePath(url.pathname.slice(this.#site.pathname.length)) : '';
    return path || url.href;
  }

  /** The image whose file lies at an address; nothing where there is no file. */
  async readImage(url: URL, maxBytes: number): Promise<ImageReport | undefined> {
    const file = await this.fileOf(url);
    if (!file) return undefined;
    try {
      const { bytes, isCut } = await readFileUpTo(file, maxBytes);
      if (bytes.length === 0) return { outcome: 'unreachable', reason: 'its file is empty' };
      return {
        outcome: 'found',
        contentType: mediaTypeOfName(url.pathname),
        byteLength: bytes.length,
        isCut,
        redirects: [],
        isStandIn: false,
        picture: await readPicture(bytes),
      };
    } catch (error) {
      return { outcome: 'unreachable', reason: reasonOf(error) };
    }
  }

  async readRobots(): Promise<string | undefined> {
    const file = await pathBelow(this.folder, 'robots.txt');
    return file && (await readFileUpTo(file, maxRobotsBytes)).bytes.toString();
  }

  pathOf(page: string): string {
    return join(this.folder, page);
  }
}

/** RFC 9309 lets crawlers stop here. */
export const maxRobotsBytes = 500 * 1024;

/** As people write it; what cannot be decoded stays as it is. */
export function decodePath(path: string): string {
  return decode(path) ?? path;
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** Whether a card is made when it is asked for, so that no file need be there. */
export function isMadeOnRequest({ pathname, searchParams }: URL): boolean {
  if (searchParams.has('template')) return true; // wherever it is mounted
  const sealed = splitSealedName(pathname.slice(pathname.lastIndexOf('/') + 1));
  if (!sealed) return false;
  try {
    return Boolean(decodePayload(sealed.payload));
  } catch {
    return false;
  }
}
