import type { PageKind } from '../read/page/page.ts';
import type { DisownedImage, ImageFault } from '../survey/page-images.ts';

const reasons: Readonly<Record<string, string>> = {
  'own-image': 'with an image of their own (--overwrite all replaces it)',
  'no-route': 'no route matches',
  'not-html': 'no pages',
  'too-large': 'of more than 10 MB',
  empty: 'empty',
  noindex: 'they say noindex',
  redirect: 'they redirect',
  'not-found': 'for addresses that are not there',
  search: 'they search',
  index: 'indexes of names',
  frames: 'frames of other pages',
  attachment: 'of a single attachment',
  print: 'for printing',
  source: 'source code of the pages',
};

const kinds: Readonly<Record<PageKind, readonly [one: string, many: string]>> = {
  home: ['home page', 'home pages'],
  article: ['article', 'articles'],
  docs: ['page of a manual', 'pages of a manual'],
  api: ['entry of a reference', 'entries of a reference'],
  list: ['list', 'lists'],
  page: ['other page', 'other pages'],
};

const flaws: Readonly<Record<ImageFault, string>> = {
  shared: '',
  missing: 'which is not there',
  empty: 'which is empty',
  unreachable: 'which no crawler can reach',
  'no-address': 'which is no whole address',
  'no-picture': 'which no platform shows',
};

/** `2 articles`. */
export function describeKind(kind: PageKind, count: number): string {
  return `${count} ${kinds[kind][count === 1 ? 0 : 1]}`;
}

/** Why pages were left alone, to go on after "left alone,". */
export function describeReason(reason: string): string {
  return reasons[reason] ?? reason;
}

/** Why pages that name an image got a card. */
export function describeImage({ address, fault, flaw, pages }: DisownedImage): string {
  const name = address.length > 60 ? `…${address.slice(-59)}` : address;
  const why = flaw ? `, ${flaws[flaw]}` : '';
  if (fault !== 'shared') return `${pages[0]!} names ${name}${why}: it gets a card`;
  return `${pages.length} pages share one image, ${name}${why}: they get cards; --keep-images leaves them`;
}
