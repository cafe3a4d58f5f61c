import type { Page } from '../read/page/page.ts';
import { pageUrl } from '../read/page/page-url.ts';

/** How a site writes the addresses of its pages. */
export interface AddressHabit {
  /** `/about.html`, or `/about`, for a file `about.html`. */
  readonly ending?: 'html' | 'none' | undefined;
  /** `/about/`, or `/about`, for a file `about/index.html`. */
  readonly slash?: 'always' | 'never' | undefined;
}

/** The habit that pages show which name their own address; nothing where they do not, or differ. */
export function learnHabit(pages: readonly Page[], site: URL): AddressHabit {
  const own = pages.filter(({ path, url }) => url !== pageUrl(path, site));
  const bare = own.filter((page) => page.url === bareUrl(page, site));
  const isIndex = ({ path }: Page) => /\/index\.x?html?$/.test(path);
  const inFolders = bare.filter(isIndex).length;
  return {
    ...(bare.length > inFolders && { ending: 'none' }),
    ...(inFolders > 0 && { slash: 'never' }),
  };
}

/** A page by the habit of its site, where it does not name its address itself. */
export function withHabit(page: Page, { ending, slash }: AddressHabit, site: URL): Page {
  if (page.url !== pageUrl(page.path, site) || page.url === site.href) return page;
  const isBare = page.url.endsWith('/') ? slash === 'never' : ending === 'none';
  return isBare ? { ...page, url: bareUrl(page, site) } : page;
}

function bareUrl({ path }: Page, site: URL): string {
  return pageUrl(path, site).replace(/(?:\/|\.x?html?)$/, '');
}
