import type { PageFacts } from '../read/page/page-facts.ts';

/** How a site writes the addresses of its pages. */
export interface AddressHabit {
  /** `/about.html`, or `/about`, for a file `about.html`. */
  readonly ending?: 'html' | 'none' | undefined;
  /** `/about/`, or `/about`, for a file `about/index.html`. */
  readonly slash?: 'always' | 'never' | undefined;
}

type Addressed = Pick<PageFacts, 'path' | 'url' | 'urlOfFile'>;

/** The habit that pages show which name their own address; nothing where they do not, or differ. */
export function learnHabit(pages: readonly Addressed[]): AddressHabit {
  const own = pages.filter(({ url, urlOfFile }) => url !== urlOfFile);
  const bare = own.filter((page) => page.url === bareUrl(page));
  const inFolders = bare.filter(({ path }) => /\/index\.x?html?$/.test(path)).length;
  return {
    ...(bare.length > inFolders && { ending: 'none' }),
    ...(inFolders > 0 && { slash: 'never' }),
  };
}

/** The address of a file by the habit of its site. */
export function urlByHabit(page: Addressed, { ending, slash }: AddressHabit): string {
  if (/^index\.x?html?$/i.test(page.path)) return page.urlOfFile;
  const isBare = page.urlOfFile.endsWith('/') ? slash === 'never' : ending === 'none';
  return isBare ? bareUrl(page) : page.urlOfFile;
}

function bareUrl({ urlOfFile }: Addressed): string {
  return urlOfFile.replace(/(?:\/|\.x?html?)$/, '');
}
