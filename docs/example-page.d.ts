import type { BuildSiteOptions } from '../src/project/build-site.ts';
import type { BuildReport } from '../src/site/build/report.ts';

export function builtExamplePage(
  buildSite: (options: BuildSiteOptions) => Promise<BuildReport>,
): Promise<{ readonly html: string; readonly image: Buffer }>;
