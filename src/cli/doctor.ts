import { projectEnvironment } from '../project/assemble.ts';
import { buildSite } from '../project/build-site.ts';
import { examine } from '../site/doctor/examine.ts';
import { formatPage, formatSummary } from '../site/doctor/format.ts';
import { addToSummary, doctorExitCode, emptySummary, type PageReport } from '../site/doctor/report.ts';
import { currentProject } from './project.ts';

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
  const site = options.site ?? projectEnvironment(config)['OG_SITE_URL'];
  if (options.fix) await buildSite({ folder: target, site });
  const summary = emptySummary();
  const reports: PageReport[] = [];
  const color = Boolean(process.stdout.isTTY && !process.env['NO_COLOR']);
  const { online, local: allowLocal = false } = options;
  const examined = examine(target, { ...(site && { siteUrl: site }), ...(online && { online }), allowLocal });
  for await (const report of examined) {
    addToSummary(summary, report);
    if (options.json) reports.push(report);
    else
      process.stdout.write(
        formatPage(report, { color, infos: options.info ?? false }).replace(/.$/s, '$&\n'),
      );
  }
  console.log(options.json ? JSON.stringify({ reports, summary }, undefined, 2) : formatSummary(summary));
  process.exitCode = doctorExitCode(summary);
}
