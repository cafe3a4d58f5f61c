import '../../system/require-node.ts';
import { resolve } from 'node:path';
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { logReport } from './report.ts';

/** A Vite plugin: cards for the pages that a build leaves in its folder. */
export default function cardstock(options: Omit<BuildSiteOptions, 'folder'> = {}) {
  let folder = '';
  let basePath = '/';
  return {
    name: 'cardstock',
    apply: 'build' as const,
    configResolved({ root, base, build }: { root: string; base: string; build: { outDir: string } }) {
      basePath = base;
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post' as const,
      sequential: true,
      handler: async () => logReport(await buildSite({ basePath, ...options, folder })),
    },
  };
}
