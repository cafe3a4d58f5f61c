import { maxPageBytes as maxBuiltPageBytes } from '../read/html/reason-to-skip.ts';
import type { ImageReport } from './image-report.ts';
import type { PlatformName } from './platforms.ts';
import type { Robots } from './robots.ts';

/** A page as it came, or why it did not. */
export type PageAnswer = FoundPage | { readonly outcome: 'unreachable'; readonly reason: string };

export interface FoundPage {
  readonly outcome: 'found';
  readonly bytes: Buffer;
  /** Where it came from in the end. */
  readonly url: URL;
  readonly redirects: readonly string[];
  /** The whole header. */
  readonly contentType: string | undefined;
  /** `X-Robots-Tag` */
  readonly robotsTag: string | undefined;
  readonly elapsedMs?: number | undefined;
}

/** What doctor looks at: a folder, or the web. */
export interface Site {
  readonly pages: readonly string[];
  addressOf(page: string): URL;
  /** A folder may hold fragments of pages; what a person names by its address is meant as one. */
  readonly isFolder: boolean;
  /** Whether an address is one of the site and nothing lies there. */
  lacksPage(url: URL): boolean;
  /** An image as people know it: the file, or the address. */
  nameOf(url: URL): string;
  /** Asks as a platform does; a folder answers all of them alike, and is read once. */
  openPage(page: string): (platform: PlatformName) => Promise<PageAnswer>;
  readImage(url: URL, platform: PlatformName): Promise<ImageReport>;
  readonly robots: Robots;
  close(): void;
}

/** More than any crawler reads of a page, and than a build takes. */
export const maxPageBytes = maxBuiltPageBytes + 1;

/** More than any platform takes of an image. */
export const maxImageBytes = 20_000_000;
