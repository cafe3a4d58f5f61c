import { posix } from 'node:path';
import type { Head } from '../html/head.ts';
import { isFilledIn } from '../html/text.ts';
import type { StructuredData } from './json-ld.ts';
import { said } from './sayings.ts';
import { isMdBook, withoutGeneratorSuffix, withoutSiteName } from './title.ts';

interface Surroundings {
  readonly path: string;
  readonly siteName: string | undefined;
  readonly generator: string | undefined;
}

/** Titles that somebody forgot to write. */
const empty = /^(?:untitled(?: document| page)?|document|no title|title|home|home ?page|(?:\S+\.)?x?html?)$/i;

/**
 * What a card calls the page: the first title that says something, without the site's name
 * around it. Where only forgotten titles are left, the heading, or the name of the site or file.
 */
export function chooseTitle(head: Head, data: StructuredData, around: Surroundings): string {
  const own = [said(head, 'og:title'), said(head, 'twitter:title'), data.title, head.title];
  const titles = own.filter((title) => title && isFilledIn(title)).map((title) => cleaned(title!, around));
  const candidates = [...titles, headingOf(head, around)].filter((title) => title !== undefined);
  const telling = candidates.find((title) => !empty.test(title));
  return telling ?? around.siteName ?? candidates[0] ?? nameOfFile(around.path);
}

function cleaned(title: string, { siteName, generator = '' }: Surroundings): string {
  const short = withoutGeneratorSuffix(title, generator);
  return siteName ? withoutSiteName(short, siteName) : short;
}

function headingOf({ heading }: Head, { siteName, generator = '' }: Surroundings): string | undefined {
  if (!heading || !isFilledIn(heading) || isMdBook(generator)) return undefined;
  return heading.toLowerCase() === siteName?.toLowerCase() ? undefined : heading;
}

/** `guides/getting-started.html` and `guides/getting-started/index.html` are both "Getting started". */
function nameOfFile(path: string): string {
  const address = path.replace(/(^|\/)index\.x?html?$/i, '').replace(/\.x?html?$/i, '');
  const words = posix.basename(address).replaceAll(/[-_]+/g, ' ').trim() || 'Home';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
