import '../../system/require-node.ts';
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { logReport } from './report.ts';

interface Finished {
  readonly runMode: 'build' | 'watch' | 'serve';
  readonly directories: { readonly output: string };
}

interface EleventyConfig {
  on(event: 'eleventy.config', listener: (config: { getPathPrefix(): string }) => void): unknown;
  on(event: 'eleventy.after', listener: (finished: Finished) => Promise<void>): unknown;
}

/** An Eleventy plugin: cards for the pages of a build. While pages are being written there are none. */
export default function cardstock(eleventy: EleventyConfig, options: Omit<BuildSiteOptions, 'folder'> = {}) {
  let basePath = '/';
  eleventy.on('eleventy.config', (config) => {
    basePath = config.getPathPrefix();
  });
  eleventy.on('eleventy.after', async ({ runMode, directories }) => {
    if (runMode === 'build') logReport(await buildSite({ basePath, ...options, folder: directories.output }));
  });
}
