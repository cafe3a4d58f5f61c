import { type DeclaredImage, openGraphImages } from '../doctor/page-tags.ts';
import { readPageTags } from '../doctor/read-page-tags.ts';
import { contentTypeOf } from '../doctor/image-report.ts';
import { maxPageBytes } from '../read/html/reason-to-skip.ts';
import type { AskOptions, Web, WebAnswer } from '../../system/network/web.ts';
import type { Entry } from './entries.ts';
import { type Failure, isFailure, type RetryOptions, withRetries } from './retry.ts';
import type { WarmedBefore } from './warmed-before.ts';
import { askOnce, checkImage, type DeclaredSize, type Warm } from './warm-image.ts';
import type { WarmReport } from './warm-report.ts';

export interface RunOptions extends Pick<RetryOptions, 'retries' | 'firstDelayMs'> {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly again: boolean;
  readonly signal: AbortSignal;
}

/** What an address turned out to be. */
type Found = Warm | { readonly outcome: 'page'; readonly answer: WebAnswer };

export const userAgent = 'Cardstock (warming Open Graph cards)';

/** One run over the entries of a target: each address is asked for once, however often it is named. */
export class WarmRun {
  readonly #web: Web;
  readonly #before: WarmedBefore;
  readonly #report: WarmReport;
  readonly #options: RunOptions;
  readonly #seen = new Set<string>();

  constructor(web: Web, before: WarmedBefore, report: WarmReport, options: RunOptions) {
    this.#web = web;
    this.#before = before;
    this.#report = report;
    this.#options = options;
  }

  async handle(entry: Entry): Promise<void> {
    switch (entry.kind) {
      case 'page':
        return this.#report.page(entry.images);
      case 'problem':
        return this.#report.failed({ address: entry.from, from: entry.from, reason: entry.reason });
      case 'image':
        return this.#warm(entry.address, entry.from, entry.declared);
      case 'address':
        return this.#warm(entry.address, entry.from, undefined);
    }
  }

  /** Without a declared size it may be a page as well. */
  async #warm(address: string, from: string, declared: DeclaredSize | undefined): Promise<void> {
    if (this.#seen.has(address)) return;
    this.#seen.add(address);
    if (!this.#options.again && this.#before.has(address)) return this.#report.skipped(address);
    const found = await withRetries(() => this.#ask(address, declared), {
      ...this.#options,
      onRetry: ({ reason }, delayMs) => this.#report.retried({ address, from, reason }, delayMs),
    });
    if (isFailure(found)) await this.#report.failed({ address, from, reason: found.reason });
    else if (found.outcome === 'page') await this.#warmPage(found.answer, address);
    else {
      await this.#before.add({ url: address, at: new Date().toISOString(), bytes: found.byteLength });
      await this.#report.warmed(address, found, from);
    }
  }

  async #ask(address: string, declared: DeclaredSize | undefined): Promise<Found | Failure> {
    const { maxBytes } = this.#options;
    const limit = declared ? maxBytes : Math.max(maxBytes, maxPageBytes);
    const asked = await askOnce(this.#web, address, this.#asking(limit));
    if (isFailure(asked)) return asked;
    const { answer } = asked;
    if (!declared && /^(?:text\/html|application\/xhtml\+xml)$/.test(contentTypeOf(answer.headers) ?? '')) {
      return { outcome: 'page', answer };
    }
    return checkImage(answer, { declared: declared ?? {}, maxBytes });
  }

  async #warmPage({ bytes, url }: WebAnswer, address: string): Promise<void> {
    const images = openGraphImages(readPageTags(bytes));
    this.#report.page(images.length);
    for (const image of images) await this.#warm(absolute(image, url), address, image);
  }

  #asking(maxBytes: number): AskOptions {
    const { timeoutMs, signal } = this.#options;
    return { userAgent, maxBytes, timeoutMs, signal };
  }
}

function absolute({ url }: DeclaredImage, page: string): string {
  return URL.canParse(url, page) ? new URL(url, page).href : url;
}
