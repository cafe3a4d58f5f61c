import type { BuildReport } from '../site/build/report.ts';
import type { DisownedImage, ImageFault } from '../site/survey/page-images.ts';

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

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
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

/** How many of the weakest pages are named. */
const worst = 10;

/** What a build found and did, for the owner of the site. */
export function summaryOf(report: BuildReport): string[] {
  return [
    ...siteLines(report),
    ...report.site.disowned.slice(0, worst).map(imageLine),
    ...Object.entries(report.skipped).map(
      ([reason, paths]) => `left alone, ${reasons[reason] ?? reason}: ${paths.length}${namesOf(paths)}`,
    ),
    ...weakLines(report),
    countsLine(report),
  ];
}

function siteLines({ site, withCard }: BuildReport): string[] {
  if (withCard === 0) return [];
  const { name, nameFrom, look, languages, kinds: counts } = site;
  const { brand, logo, theme } = look.sources;
  return [
    name
      ? `the site: ${name} (from ${nameFrom})`
      : 'the site: without a name ("name" in cardstock.config.ts gives it one)',
    listLine('its look', [
      brand && `${look.props.brand} (from ${brand})`,
      logo && `icon ${logo}`,
      theme && `${look.props.theme} (from ${theme})`,
    ]),
    listLine(
      'languages',
      Object.entries(languages).map(([language, count]) => `${language || 'not said'} ${count}`),
    ),
    listLine(
      'pages',
      Object.entries(counts).map(([kind, count]) => `${count} ${kinds[kind]?.[count === 1 ? 0 : 1] ?? kind}`),
    ),
  ].filter((line) => line !== '');
}

function listLine(label: string, entries: readonly (string | undefined)[]): string {
  const said = entries.filter(Boolean);
  return said.length > 0 ? `${label}: ${said.join(', ')}` : '';
}

function imageLine({ address, fault, flaw, pages }: DisownedImage): string {
  const name = address.length > 60 ? `…${address.slice(-59)}` : address;
  const why = flaw ? `, ${flaws[flaw]}` : '';
  if (fault !== 'shared') return `${pages[0]!} names ${name}${why}: it gets a card`;
  return `${pages.length} pages share one image, ${name}${why}: they get cards; --keep-images leaves them`;
}

function weakLines({ cards }: BuildReport): string[] {
  const weak = cards.filter(({ notes }) => notes.length > 0);
  if (weak.length === 0) return [];
  const some = weak.length > worst ? `the ${worst} weakest of ${weak.length}` : String(weak.length);
  return [
    `worth a look: ${some}`,
    ...weak.slice(0, worst).map(({ path, notes }) => `  ${path}: ${notes.join('; ')}`),
  ];
}

function countsLine({ pages, withCard, changed, made, reused, removed }: BuildReport): string {
  const old = removed > 0 ? `, ${removed} old ones removed` : '';
  return `${pages} pages: ${withCard} with a card, ${changed.length} changed; images: ${made} made, ${reused} reused${old}`;
}

/** A few names say more than a number; a thousand say less. */
function namesOf(paths: readonly string[]): string {
  return paths.length <= 5 ? ` (${paths.join(', ')})` : '';
}
