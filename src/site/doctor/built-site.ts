import { listPages } from '../read/list-pages.ts';
import { askForImage, type ImageReport } from './image-report.ts';
import { asking, type AskingOptions, askForRobots } from './live-site.ts';
import { readFileUpTo } from './read-file.ts';
import { reasonOf } from '../../system/network/reason.ts';
import { Robots } from './robots.ts';
import { maxImageBytes, maxPageBytes, type PageAnswer, type Site } from './site.ts';
import { decodePath, isMadeOnRequest, type SiteFolder } from './site-folder.ts';
import type { Web } from '../../system/network/web.ts';

/**
 * A site as it lies in its folder. Its images are read from there too; those that lie elsewhere
 * are asked for where there is a `web`, under the name that most sites know.
 */
export async function builtSite(
  folder: SiteFolder,
  web: Web | undefined,
  options: AskingOptions,
): Promise<Site> {
  const { pages, unreadable } = await listPages(folder.folder);
  const images = new Map<string, Promise<ImageReport>>();
  const places = new Set(pages.map((page) => placeOf(folder.addressOf(page))));

  async function readImage(url: URL): Promise<ImageReport> {
    const onSite = folder.has(url);
    const report = onSite ? await folder.readImage(url, maxImageBytes) : undefined;
    if (report) return report;
    if (web) return askForImage(web, url.href, asking('facebook', maxImageBytes, options));
    if (!onSite) return { outcome: 'unchecked', reason: 'it is on another host; --online asks for it' };
    if (isMadeOnRequest(url)) {
      return { outcome: 'unchecked', reason: 'it is made when it is asked for; --online asks for it' };
    }
    return { outcome: 'unreachable', reason: 'the site has no such file' };
  }

  return {
    pages: [...pages, ...unreadable],
    addressOf: (page) => folder.addressOf(page),
    isFolder: true,
    lacksPage: (url) => folder.has(url) && !isOtherFile(url) && !places.has(placeOf(url)),
    nameOf: (url) => folder.nameOf(url),
    openPage(page) {
      const answer = readPage(folder, page);
      return () => answer;
    },
    readImage(url) {
      let report = images.get(url.href);
      if (!report) images.set(url.href, (report = readImage(url)));
      return report;
    },
    robots: new Robots((origin) => {
      if (folder.isOrigin(origin)) return folder.readRobots();
      return web ? askForRobots(web, origin, options) : Promise.resolve(undefined);
    }),
    close: () => web?.close(),
  };
}

/** Servers find a page without its ending, and with or without a slash. */
function placeOf({ pathname }: URL): string {
  return decodePath(pathname).replace(/\/+$|(?:\/index)?\.x?html?$/i, '');
}

/** A document of another kind may be what a page stands for. */
function isOtherFile({ pathname }: URL): boolean {
  return /\.[a-z]\w*$/i.test(pathname) && !/\.x?html?$/i.test(pathname);
}

async function readPage(folder: SiteFolder, page: string): Promise<PageAnswer> {
  try {
    const { bytes } = await readFileUpTo(folder.pathOf(page), maxPageBytes);
    const url = folder.addressOf(page);
    return {
      outcome: 'found',
      bytes,
      url,
      redirects: [],
      contentType: 'text/html',
      robotsTag: undefined,
    };
  } catch (error) {
    return { outcome: 'unreachable', reason: reasonOf(error) };
  }
}
