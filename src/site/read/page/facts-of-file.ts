import { decodeHtml } from '../html/encoding.ts';
import { readHead } from '../html/head.ts';
import { maxPageBytes, reasonToSkip, type SkipReason } from '../html/reason-to-skip.ts';
import type { PageFacts } from './page-facts.ts';
import { factsOf, type PageOptions } from './read-facts.ts';

/** A file of the site: what it says, unless it is no page, and why it can have no card. */
export interface FileReading {
  readonly facts: PageFacts | undefined;
  readonly skipped: SkipReason | undefined;
}

/** Reads a file of the site, in whatever encoding it is. Takes any bytes and never throws. */
export function factsOfFile(file: Buffer, options: PageOptions): FileReading {
  if (file.length > maxPageBytes) return { facts: undefined, skipped: 'too-large' };
  const { text } = decodeHtml(file);
  const head = readHead(text);
  const skipped = reasonToSkip(file, head, true); // whose its image is, the whole site tells
  const isPage = skipped !== 'empty' && skipped !== 'not-html';
  return { facts: isPage ? factsOf(head, text, options) : undefined, skipped };
}
