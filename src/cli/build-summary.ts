import { join } from 'node:path';
import type { PageKind } from '../site/read/page/page.ts';
import type { BuildReport } from '../site/build/report.ts';
import { oneLine } from '../system/one-line.ts';
import { describeImage, describeKind, describeReason } from '../site/build/report-words.ts';
import { sharedEnding } from '../site/build/shared-endings.ts';
import { plural } from '../system/plural.ts';

/** How many of the weakest pages are named. */
const worst = 10;

/** How a build was called, as far as it is told by what came of it. */
export interface BuildRun {
  readonly folder: string;
  readonly isDry: boolean;
  readonly ms: number;
  /** What was said of the address, for the next command. */
  readonly site?: string | undefined;
}

/** What a build found and did, for the owner of the site. */
export function summaryOf(report: BuildReport, run: BuildRun): string[] {
  return [
    ...siteLines(report),
    ...endingLines(report),
    ...disownedLines(report),
    ...Object.entries(report.skipped).map(
      ([reason, paths]) => `left alone, ${describeReason(reason)}: ${paths.length}${namesOf(paths)}`,
    ),
    ...namelessLines(report),
    ...weakLines(report),
    countsLine(report, run),
    ...imageLines(report, run),
    ...nextLines(report, run),
  ].map((line) => oneLine(line));
}

/** A name that is not known as one stays in the headline of every card. */
function endingLines({ cards }: BuildReport): string[] {
  const ending = sharedEnding(cards.map(({ title }) => title));
  if (!ending) return [];
  const { name, text, count } = ending;
  return [
    `${count} titles end in "${text}": name: ${JSON.stringify(name)} in cardstock.config.ts takes it off`,
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

function countsLine({ pages, withCard, changed, made, reused, removed }: BuildReport, { isDry }: BuildRun) {
  const [have, change, make] = isDry
    ? ['would have', 'would change', 'would be made']
    : ['with', 'changed', 'made'];
  const old = removed > 0 ? `, ${plural(removed, 'old one')} removed` : '';
  return `${plural(pages, 'page')}: ${withCard} ${have} a card, ${changed.length} ${change}; images: ${made} ${make}, ${reused} reused${old}`;
}

/** Where they are, and what they weigh for those who load them. */
function imageLines({ cards }: BuildReport, { folder, ms }: BuildRun): string[] {
  const files = new Map(cards.filter(({ bytes }) => bytes > 0).map((card) => [card.image, card]));
  const heaviestFirst = [...files.values()].sort((one, other) => other.bytes - one.bytes);
  const [heaviest] = heaviestFirst;
  const spent = `in ${(ms / 1000).toFixed(1)} s`;
  if (!heaviest) return [spent];
  const all = heaviestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = files.size > 1 ? `, the heaviest ${kilobytes(heaviest.bytes)} (${heaviest.path})` : '';
  return [`${join(folder, 'og')}: ${kilobytes(all)}${most}; ${spent}`];
}

function kilobytes(bytes: number): string {
  return bytes < 10e6 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Where there is something new to look at. */
function nextLines({ changed, failures }: BuildReport, { isDry, folder, site }: BuildRun): string[] {
  if (isDry || changed.length === 0 || failures.length > 0) return [];
  return [`next: npx cardstock-og doctor ${folder}${site === undefined ? '' : ` --site ${site}`}`];
}

/** A few names say more than a number; a thousand say less. */
function namesOf(paths: readonly string[]): string {
  return paths.length <= 5 ? ` (${paths.join(', ')})` : '';
}
