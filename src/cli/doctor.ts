import { siteOf } from '../project/assemble.ts';
import { buildSite } from '../project/build-site.ts';
import { examine } from '../site/doctor/examine.ts';
import { optionNames } from '../site/build/site-address.ts';
import { findAlike } from '../site/doctor/alike.ts';
import { formatGroups, formatSummary } from '../site/doctor/format.ts';
import { type Group, groupFindings } from '../site/doctor/group.ts';
import {
  addSiteToSummary,
  addToSummary,
  doctorExitCode,
  emptySummary,
  type PageReport,
} from '../site/doctor/report.ts';
import { currentProject } from './project.ts';
import { isColored, widthOf } from './terminal.ts';

export interface DoctorOptions {
  site?: string;
  online?: boolean;
  local?: boolean;
  fix?: boolean;
  info?: boolean;
  json?: boolean;
}

/** Looks at a site as crawlers do, and says what each would miss; exits with 1 where there is an error. */
export async function doctor(target: string, options: DoctorOptions): Promise<void> {
  const { config } = await currentProject();
  const site = options.site ?? siteOf(config);
  if (options.fix) await buildSite({ folder: target, site, naming: optionNames.command });
  const { online, local: allowLocal = false } = options;
  const examined = examine(target, { ...(site && { siteUrl: site }), ...(online && { online }), allowLocal });
  const summary = emptySummary();
  const reports: PageReport[] = [];
  for await (const report of examined) {
    addToSummary(summary, report);
    reports.push(report);
  }
  const ofSite = findAlike(reports);
  addSiteToSummary(summary, ofSite);
  if (options.json) console.log(JSON.stringify({ reports, site: ofSite, summary }, undefined, 2));
  else print(groupFindings(reports, ofSite), summary.pages, options.info ?? false);
  process.exitCode = doctorExitCode(summary);
}

function print(groups: readonly Group[], pageCount: number, infos: boolean): void {
  const columns = widthOf();
  const found = formatGroups(groups, pageCount, { color: isColored(), infos, columns });
  if (found) console.log(found);
  console.log(formatSummary(groups, pageCount, columns));
}
