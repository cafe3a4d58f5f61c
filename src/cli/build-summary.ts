import type { PageKind } from '../site/read/page/page.ts';
import type { BuildReport } from '../site/build/report.ts';
import { oneLine } from '../system/one-line.ts';
import { describeImage, describeKind, describeReason } from '../site/build/report-words.ts';
import { plural } from '../system/plural.ts';

/** How many of the weakest pages are named. */
const worst = 10;

/** What a build found and did, for the owner of the site. */
export function summaryOf(report: BuildReport): string[] {
  return [
    ...siteLines(report),
    ...disownedLines(report),
    ...Object.entries(report.skipped).map(
      ([reason, paths]) => `left alone, ${describeReason(reason)}: ${paths.length}${namesOf(paths)}`,
    ),
    ...namelessLines(report),
    ...weakLines(report),
    countsLine(report),
  ].map((line) => oneLine(line));
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
      Object.entries(counts).map(([kind, count]) => describeKind(kind as PageKind, count)),
    ),
  ].filter((line) => line !== '');
}

/** Pictures that pages name and that nobody finds. */
function disownedLines({ site: { disowned } }: BuildReport): string[] {
  const more = disowned.length - worst;
  return [
    ...disowned.slice(0, worst).map(describeImage),
    ...(more > 0 ? [`and ${plural(more, 'more image')} like these`] : []),
  ];
}

function listLine(label: string, entries: readonly (string | undefined)[]): string {
  const said = entries.filter(Boolean);
  return said.length > 0 ? `${label}: ${said.join(', ')}` : '';
}

/** Their owner sees at once that scripts fill them, say, or that their titles were forgotten. */
function namelessLines({ site: { namedAfterFiles: count } }: BuildReport): string[] {
  if (count === 0) return [];
  return [count === 1 ? '1 page was named after its file' : `${count} pages were named after their files`];
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
  return `${plural(pages, 'page')}: ${withCard} with a card, ${changed.length} changed; images: ${made} made, ${reused} reused${old}`;
}

/** A few names say more than a number; a thousand say less. */
function namesOf(paths: readonly string[]): string {
  return paths.length <= 5 ? ` (${paths.join(', ')})` : '';
}
