import type { PlatformName } from './platforms.ts';
import { type Finding, type PageReport, type SiteFinding, severities } from './report.ts';
import type { Severity } from './rules/rule.ts';
import { type RuleName, ruleNames } from './rules/rule-names.ts';

/** One thing that is wrong, and every page where it is. */
export interface Group {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly message: string;
  readonly pages: readonly string[];
  /** Absent where the site is at fault and not what a platform makes of it. */
  readonly platforms?: readonly PlatformName[];
  readonly fixable: boolean;
  /** What is said of the first pages, where each has its own. */
  readonly examples: readonly string[];
}

interface Draft extends Group {
  readonly missing?: string | undefined;
}

interface Found {
  readonly page: string;
  readonly finding: Finding;
}

const maxExamples = 3;
const list = new Intl.ListFormat('en-GB');

/** The findings of all pages by what they say, the worst first, and of those the most frequent. */
export function groupFindings(reports: readonly PageReport[], ofSite: readonly SiteFinding[] = []): Group[] {
  const found = reports.flatMap(({ page, findings }) => findings.map((finding) => ({ page, finding })));
  const said = [...Map.groupBy(found, ({ finding }) => finding.message).values()].map(sameMessage);
  const groups = [
    ...mergeBy(said, keyOfMissing, missingTogether),
    ...ofSite.map((finding) => ({ ...finding, fixable: false, examples: [] })),
  ];
  return mergeBy(groups, keyOfSingle, sameRule).sort(
    (one, other) => rank(one) - rank(other) || other.pages.length - one.pages.length,
  );
}

function rank({ severity }: Pick<Group, 'severity'>): number {
  return severities.indexOf(severity);
}

/** What is an error for one platform and a warning for others is told once, as an error. */
function sameMessage(found: readonly Found[]): Draft {
  const findings = found.map(({ finding }) => finding).sort((one, other) => rank(one) - rank(other));
  const { rule, severity, message, missing } = findings[0]!;
  const pages = unique(found.map(({ page }) => page));
  const fixable = findings.every((finding) => finding.fixable);
  return { rule, severity, message, missing, pages, platforms: platformsOf(findings), fixable, examples: [] };
}

/** Tags that the same pages lack. */
function keyOfMissing({ missing, fixable, pages }: Draft): string | undefined {
  return missing && JSON.stringify([fixable, pages]);
}

function missingTogether(groups: readonly Draft[]): Draft {
  const sorted = groups.toSorted((one, other) => rank(one) - rank(other));
  const message = `${list.format(sorted.flatMap(({ missing = [] }) => missing))} are missing.`;
  return { ...sorted[0]!, message, platforms: platformsOf(sorted) };
}

/** What is said of several pages, of each in other words. */
function keyOfSingle({ rule, severity, pages }: Draft): string | undefined {
  return pages.length === 1 ? `${severity} ${rule}` : undefined;
}

function sameRule(groups: readonly Draft[]): Draft {
  const [first] = groups;
  const message = `${ruleNames[first!.rule].replace(/^[a-z](?!\w*:)/, (letter) => letter.toUpperCase())}.`;
  return {
    ...first!,
    message,
    pages: unique(groups.flatMap(({ pages }) => pages)),
    platforms: platformsOf(groups),
    fixable: groups.every(({ fixable }) => fixable),
    examples: groups.slice(0, maxExamples).map((group) => `${group.pages[0]}: ${group.message}`),
  };
}

/** Puts together what has the same key; what has none, or is alone with it, stays. */
function mergeBy(
  groups: readonly Draft[],
  keyOf: (group: Draft) => string | undefined,
  merge: (groups: readonly Draft[]) => Draft,
): Draft[] {
  return [...Map.groupBy(groups, keyOf)].flatMap(([key, same]) =>
    key === undefined || same.length === 1 ? same : [merge(same)],
  );
}

/** Of the worst alone. */
function platformsOf(found: readonly Pick<Group, 'severity' | 'platforms'>[]): PlatformName[] {
  const worst = Math.min(...found.map(rank));
  return unique(found.filter((each) => rank(each) === worst).flatMap(({ platforms = [] }) => platforms));
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
