import type { PageReport, SiteFinding } from './report.ts';
import type { RuleName } from './rules/rule-names.ts';

/** Two pages may mean the same; three are a template that says it for all. */
const minPages = 3;

/** Pages that nobody could tell apart where they are shared: one finding for all titles, and so on. */
export function findAlike(reports: readonly PageReport[]): SiteFinding[] {
  const pages = reports.filter(({ leftAlone }) => leftAlone === undefined);
  const missing = new Set(pages.filter(lacksImage).map(({ image }) => image));
  return [
    ...alike('titles-alike', 'title', pages, ({ title }) => title),
    ...alike('descriptions-alike', 'description', pages, ({ description }) => description),
    // That an image is missing is said of all its pages already.
    ...alike('images-alike', 'image', pages, ({ image }) => (missing.has(image) ? undefined : image)),
  ];
}

function lacksImage({ findings }: PageReport): boolean {
  return findings.some(({ rule }) => rule === 'image-unreachable');
}

function alike(
  rule: RuleName,
  what: string,
  reports: readonly PageReport[],
  read: (report: PageReport) => string | undefined,
): SiteFinding[] {
  const bySaying = Map.groupBy(reports, read);
  bySaying.delete(undefined);
  const shared = [...bySaying].filter(([, pages]) => pages.length >= minPages);
  shared.sort(([, one], [, other]) => other.length - one.length);
  const [most] = shared;
  if (!most) return [];
  const pages = shared.flatMap(([, sharing]) => sharing.map(({ page }) => page));
  const example = `"${shortened(most[0]!)}"`;
  const message =
    shared.length === 1
      ? `${pages.length} pages have the same ${what}: ${example}.`
      : `${pages.length} pages share ${shared.length} ${what}s; ${most[1].length} have ${example}.`;
  return [{ rule, severity: 'warning', message, pages }];
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd().toWellFormed()}…` : text;
}
