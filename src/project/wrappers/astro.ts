import { fileURLToPath } from 'node:url';
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { logReport } from './report.ts';

/** An Astro integration: cards for the pages of a build, at the `site` of the Astro config. */
export default function cardstock(options: Omit<BuildSiteOptions, 'folder'> = {}) {
  let site: string | undefined;
  return {
    name: 'cardstock',
    hooks: {
      'astro:config:done': ({ config }: { config: { site?: string } }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir }: { dir: URL }) => {
        logReport(await buildSite({ site, ...options, folder: fileURLToPath(dir) }));
      },
    },
  };
}
