import { AddressNotAllowedError } from '../../errors.ts';
import { reasonOf } from '../../system/network/reason.ts';
import { askForImage } from './image-report.ts';
import { type PlatformName, platforms } from './platforms.ts';
import { Robots } from './robots.ts';
import { maxImageBytes, maxPageBytes, type PageAnswer, type Site } from './site.ts';
import { maxRobotsBytes } from './site-folder.ts';
import type { AskOptions, Web } from '../../system/network/web.ts';

export interface AskingOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** One page of the web, and its image, asked for by each platform under its own name. */
export function liveSite(url: URL, web: Web, options: AskingOptions): Site {
  const images = new Map<string, ReturnType<Site['readImage']>>();
  return {
    pages: [url.href],
    addressOf: (page) => new URL(page),
    isFolder: false,
    lacksPage: () => false,
    nameOf: ({ href }) => href,
    openPage: (page) => (platform) => askForPage(web, page, asking(platform, maxPageBytes, options)),
    readImage(image, platform) {
      const key = `${platform} ${image.href}`;
      let report = images.get(key);
      if (!report) {
        images.set(key, (report = askForImage(web, image.href, asking(platform, maxImageBytes, options))));
      }
      return report;
    },
    robots: new Robots((origin) => askForRobots(web, origin, options)),
    close: () => web.close(),
  };
}

export function asking(platform: PlatformName, maxBytes: number, options: AskingOptions): AskOptions {
  return { ...options, maxBytes, userAgent: platforms[platform].userAgent };
}

async function askForPage(web: Web, page: string, options: AskOptions): Promise<PageAnswer> {
  try {
    const { status, headers, bytes, url, redirects, elapsedMs } = await web.ask(page, options);
    if (status !== 200) return { outcome: 'unreachable', reason: `it was answered with ${status}` };
    const { 'content-type': contentType, 'x-robots-tag': robotsTag } = headers;
    return {
      outcome: 'found',
      bytes,
      url: new URL(url),
      redirects,
      elapsedMs,
      contentType,
      robotsTag: robotsTag?.toString(),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    const hint = error instanceof AddressNotAllowedError ? '; --local asks there too' : '';
    return { outcome: 'unreachable', reason: `${reasonOf(error)}${hint}` };
  }
}

/** As RFC 9309 has it: an error of ours is none at all, an error of theirs is no answer. */
export async function askForRobots(
  web: Web,
  origin: string,
  options: AskingOptions,
): Promise<string | undefined> {
  const { status, bytes } = await web.ask(`${origin}/robots.txt`, asking('google', maxRobotsBytes, options));
  if (status >= 500) throw new Error(`it was answered with ${status}`);
  return status === 200 ? bytes.toString() : undefined;
}
