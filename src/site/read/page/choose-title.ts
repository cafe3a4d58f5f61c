import { posix } from 'node:path';
import type { Head } from '../html/head.ts';
import { isForgotten } from '../words/forgotten.ts';
import { isFilledIn } from '../words/leftovers.ts';
import { asMeant, withoutAnchorSign } from '../words/text.ts';
import type { StructuredData } from './json-ld.ts';
import { said } from './sayings.ts';
import { isMdBook, withoutGeneratorSuffix, withoutSiteName } from './title.ts';

interface Surroundings {
  readonly path: string;
  readonly siteName: string | undefined;
  readonly generator: string | undefined;
}

/**
 * What a card calls the page: the first title that says something, without the site's name
 * around it. Where only forgotten titles are left, the heading, or the name of the site or file.
 */
export function chooseTitle(head: Head, data: StructuredData, around: Surroundings): string {
  const own = [said(head, 'og:title'), said(head, 'twitter:title'), data.title, head.title];
  const titles = own.filter((title) => title !== undefined).map((title) => cleaned(title, head, around));
  const candidates = [...titles, headingOf(head, around)]
    .filter((title) => title !== undefined)
    .filter((title) => isFilledIn(title, head.heading));
  const telling = candidates.find((title) => !isForgotten(title, head.heading));
  return telling ?? around.siteName ?? candidates[0] ?? nameOfFile(around.path);
}

function cleaned(title: string, { heading }: Head, { siteName, generator = '' }: Surroundings): string {
  const short = withoutGeneratorSuffix(withoutAnchorSign(asMeant(title, heading)), generator);
  return siteName ? withoutSiteName(short, siteName) : short;
}

function headingOf({ heading }: Head, { siteName, generator = '' }: Surroundings): string | undefined {
  if (!heading || isMdBook(generator)) return undefined;
  return heading.toLowerCase() === siteName?.toLowerCase() ? undefined : heading;
}

/** `guides/getting-started.html` and `guides/getting-started/index.html` are both "Getting started". */
function nameOfFile(path: string): string {
  const address = path.replace(/(^|\/)index\.x?html?$/i, '').replace(/\.x?html?$/i, '');
  const words = posix.basename(address).replaceAll(/[-_]+/g, ' ').trim() || 'Home';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
