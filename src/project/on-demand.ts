import type { BuildSiteOptions } from './build-site.ts';
import type { BuildReport } from '../site/build/report.ts';
import type { UndoReport } from '../site/build/undo-site.ts';

// Loaded when they are called: a function that renders cards has no site to build, and its cold
// start should not wait for parsers.

/** See {@link import('./build-site.ts').buildSite}. */
export async function buildSite(options: BuildSiteOptions): Promise<BuildReport> {
  const build = await import('./build-site.ts');
  return build.buildSite(options);
}

/** See {@link import('../site/build/undo-site.ts').undoSite}. */
export async function undoSite(folder: string, cacheFolder: string): Promise<UndoReport> {
  const undo = await import('../site/build/undo-site.ts');
  return undo.undoSite(folder, cacheFolder);
}
