import { stat } from 'node:fs/promises';
import { ConfigError, TargetError } from '../../errors.ts';
import { builtSite } from './built-site.ts';
import { examinePage } from './examine-page.ts';
import { liveSite } from './live-site.ts';
import { mapInOrder } from '../../system/map-in-order.ts';
import { type PlatformName, platformNames } from './platforms.ts';
import type { PageReport } from './report.ts';
import type { Site } from './site.ts';
import { SiteFolder } from './site-folder.ts';
import { parseWebAddress, Web, type WebOptions } from '../../system/network/web.ts';

export interface ExamineOptions extends Pick<WebOptions, 'allowLocal' | 'network'> {
  /** Where a folder will be found, as in `https://example.com`; a folder needs it. */
  readonly siteUrl?: string;
  /** Asks for the images of a folder that lie elsewhere. @default false */
  readonly online?: boolean;
  /** @default all */
  readonly platforms?: readonly PlatformName[];
  /** What takes longer is slow: a crawler that waits does not say for how long. @default 2000 */
  readonly slowMs?: number;
  /** For each page and image. @default 10 000 */
  readonly timeoutMs?: number;
  /** Pages of a folder, or platforms of an address, at a time. @default 4 */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

/**
 * Looks at a built site, or at a page of the web, as each platform's crawler does: how far it
 * reads, which tags it takes, what the image really is. A report for each page, in order.
 *
 * @throws {TargetError} there is no such folder, or it is none and no address either.
 * @throws {ConfigError} a folder and no `siteUrl`.
 */
export async function* examine(target: string, options: ExamineOptions = {}): AsyncGenerator<PageReport> {
  const { concurrency = 4, signal } = options;
  const site = await openSite(target, options);
  try {
    const examined = mapInOrder(site.pages, concurrency, (page) => {
      signal?.throwIfAborted();
      return examinePage(site, page, {
        platforms: options.platforms ?? platformNames,
        slowMs: options.slowMs ?? 2000,
        allowLocal: options.allowLocal ?? false,
        concurrency,
      });
    });
    yield* examined;
  } finally {
    site.close();
  }
}

async function openSite(target: string, options: ExamineOptions): Promise<Site> {
  const asking = { timeoutMs: options.timeoutMs ?? 10_000, signal: options.signal };
  if (/^https?:\/\//i.test(target)) {
    const url = parseWebAddress(target);
    return liveSite(url, new Web(options), asking);
  }
  const found = await stat(target).catch((error: unknown) => {
    throw new TargetError(target, 'is no folder and no address', error);
  });
  if (!found.isDirectory()) throw new TargetError(target, 'is no folder: give the folder of the built site');
  const { siteUrl, online = false } = options;
  if (!siteUrl || !/^https?:/.test(siteUrl) || !URL.canParse(siteUrl)) {
    throw new ConfigError('Where will the site live? Say --site https://example.com.');
  }
  const web = online ? new Web(options) : undefined;
  return builtSite(new SiteFolder(target, siteUrl), web, asking);
}
