import '../../system/require-node.ts';
import { resolve } from 'node:path';
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { type Logger, logReport, prefixed } from './report.ts';

/** What Vite's config says, as far as it is used here. */
interface ViteConfig {
  readonly root: string;
  readonly base: string;
  readonly build: { readonly outDir: string };
  readonly logger?: Logger;
}

/** A Vite plugin: cards for the pages that a build leaves in its folder. */
export default function cardstock(options: Omit<BuildSiteOptions, 'folder'> = {}) {
  let folder = '';
  let basePath = '/';
  let logger: Logger | undefined;
  return {
    name: 'cardstock',
    apply: 'build' as const,
    configResolved({ root, base, build, logger: own }: ViteConfig) {
      basePath = base;
      logger = own && prefixed(own);
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post' as const,
      sequential: true,
      handler: async () => logReport(await buildSite({ basePath, ...options, folder }), logger),
    },
  };
}
