import { decodeHtml } from '../html/encoding.ts';
import { readHead } from '../html/head.ts';
import { maxPageBytes, reasonToSkip, type SkipReason } from '../html/reason-to-skip.ts';
import type { Page } from './page.ts';
import { pageOf, type PageOptions } from './read-page.ts';

export interface FileReadingOptions extends PageOptions {
  /** Read pages that name an image of their own too. @default false */
  readonly overwrite?: boolean;
}

/** A file of the site as a page that wants a card, or the reason why it gets none. */
export type FileReading =
  | { readonly page: Page; readonly skipped?: undefined }
  | { readonly page?: Page; readonly skipped: SkipReason };

/** Reads a file of the site, in whatever encoding it is. Takes any bytes and never throws. */
export function pageOfFile(file: Buffer, { overwrite = false, ...options }: FileReadingOptions): FileReading {
  if (file.length > maxPageBytes) return { skipped: 'too-large' };
  const { text } = decodeHtml(file);
  const head = readHead(text);
  const skipped = reasonToSkip(file, head, overwrite);
  if (skipped === 'empty' || skipped === 'not-html') return { skipped };
  const page = pageOf(head, text, options);
  return skipped ? { page, skipped } : { page };
}
