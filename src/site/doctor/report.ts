import { isNoPage } from './left-alone.ts';
import type { PlatformName } from './platforms.ts';
import type { Problem, Severity } from './rules/rule.ts';
import type { Sayings } from './sayings.ts';
import type { RuleName } from './rules/rule-names.ts';

/** What is wrong with a page, and on which platforms. */
export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly platforms: readonly PlatformName[];
  readonly message: string;
  /** `cardstock build` puts in what is missing. */
  readonly fixable: boolean;
  /** The tag that is not there. */
  readonly missing?: string;
}

export interface PageReport extends Sayings {
  /** The file, from the folder of the site; or the address. */
  readonly page: string;
  readonly url: string;
  readonly findings: readonly Finding[];
}

/** What no page says alone. */
export interface SiteFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly message: string;
  readonly pages: readonly string[];
}

export interface DoctorSummary {
  pages: number;
  errors: number;
  warnings: number;
  infos: number;
  fixable: number;
  /** How many findings each rule had. */
  readonly rules: Partial<Record<RuleName, number>>;
}

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The problems of each platform as one list: what is wrong for several is said once, the worst first. */
export function mergeProblems(problems: Iterable<readonly [PlatformName, readonly Problem[]]>): Finding[] {
  const merged = new Map<string, Finding & { platforms: PlatformName[] }>();
  for (const [platform, found] of problems) {
    for (const problem of found) {
      const key = `${problem.rule} ${problem.severity} ${problem.message}`;
      const known = merged.get(key);
      if (known) known.platforms.push(platform);
      else merged.set(key, { fixable: false, ...problem, platforms: [platform] });
    }
  }
  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return [...merged.values()].sort((one, other) => rank(one) - rank(other));
}

export function emptySummary(): DoctorSummary {
  return { pages: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, rules: {} };
}

/** Counts one more page; what only looks like one by its name is none. */
export function addToSummary(summary: DoctorSummary, { findings, leftAlone }: PageReport): void {
  if (!isNoPage(leftAlone) || findings.length > 0) summary.pages += 1;
  for (const { rule, severity, fixable } of findings) {
    summary[`${severity}s`] += 1;
    if (fixable) summary.fixable += 1;
    summary.rules[rule] = (summary.rules[rule] ?? 0) + 1;
  }
}

/** Counts what is said of the site as a whole. */
export function addSiteToSummary(summary: DoctorSummary, findings: readonly SiteFinding[]): void {
  for (const { rule, severity } of findings) {
    summary[`${severity}s`] += 1;
    summary.rules[rule] = (summary.rules[rule] ?? 0) + 1;
  }
}

/** 1 where there is an error: a build may stop there. */
export function doctorExitCode({ errors }: Pick<DoctorSummary, 'errors'>): 0 | 1 {
  return errors > 0 ? 1 : 0;
}
