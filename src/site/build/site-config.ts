import type { CardRequest } from '../../card/resolve.ts';
import type { Page } from '../read/page/page.ts';

/** Which pages get which card. */
export interface Route {
  /** A glob over the path of a page, as in `/blog/**`, or a test of the page. */
  readonly match: string | ((page: Page) => boolean);
  readonly template: string;
  readonly variant?: CardRequest['variant'];
  /** Sizes of its images, in place of {@link SiteConfig.images} and of `variant`. */
  readonly images?: readonly string[];
  readonly format?: CardRequest['format'];
  /** The props of a page's card; nothing for a page that shall have none. */
  fromPage?(page: Page): CardRequest['props'] | undefined;
}

/** What the owner of a site says of it. */
export interface SiteConfig {
  /** The site's name, for cards and `og:site_name`. */
  readonly name?: string;
  /** Props for every card whose template has them and whose page does not say: a brand colour, a logo. */
  readonly defaults?: CardRequest['props'];
  /**
   * The sizes that each page has its card in, an image for each, as in `['og', 'square']`. Most
   * platforms show the first. @default the one that its template is drawn for
   */
  readonly images?: readonly string[];
  /** The first that matches a page is taken. */
  readonly routes?: readonly Route[];
}

/**
 * Which images of the pages' own make way for cards: those that are the site's rather than a
 * page's, or that nobody would see (`shared`); `all`, and with them all that a page says for
 * its card; or `none`.
 */
export type Overwrite = 'shared' | 'all' | 'none';
export const overwrites: readonly Overwrite[] = ['shared', 'all', 'none'];

/**
 * Where pages find their cards: `static` puts image files into the site, `cloudinary` and
 * `function` name addresses that make them when they are asked for.
 */
export type BuildMode = 'static' | 'cloudinary' | 'function';
export const buildModes: readonly BuildMode[] = ['static', 'cloudinary', 'function'];
