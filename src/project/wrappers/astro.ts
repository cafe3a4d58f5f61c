import '../../system/require-node.ts';
import { fileURLToPath } from 'node:url';
import { optionNames } from '../../site/build/site-address.ts';
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { type Logger, logReport } from './report.ts';

/** What Astro's config says of addresses. */
interface AstroConfig {
  readonly site?: string;
  readonly base?: string;
  readonly trailingSlash?: 'always' | 'never' | 'ignore';
}

const naming = { ...optionNames.plugin, site: "site: 'https://example.com' in the config of Astro" };

/** An Astro integration: cards for the pages of a build, at the `site` and `base` of the Astro config. */
export default function cardstock(options: Omit<BuildSiteOptions, 'folder'> = {}) {
  let own: Pick<BuildSiteOptions, 'site' | 'basePath' | 'addresses'> = {};
  return {
    name: 'cardstock',
    hooks: {
      'astro:config:done': ({ config }: { config: AstroConfig }) => {
        const { site, base, trailingSlash } = config;
        const isBare = trailingSlash === 'never';
        own = { site, basePath: base, ...(isBare && { addresses: { ending: 'none', slash: 'never' } }) };
      },
      'astro:build:done': async ({ dir, logger }: { dir: URL; logger?: Logger }) => {
        logReport(await buildSite({ ...own, ...options, folder: fileURLToPath(dir), naming }), logger);
      },
    },
  };
}
