import type { Cardstock } from '../cardstock.ts';
import type { Config } from '../config.ts';
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

/**
 * The image generator that the command line has in a folder: by its `cardstock.config.ts`, or
 * that of the nearest folder above, with templates in TypeScript and JSX as they are. Close it
 * when you are done.
 *
 * @param folder Where the config is looked for. @default the working folder
 * @param overrides Settings that take precedence over the config and the environment.
 * @throws {ConfigError} the config, a template or a setting is not valid; the message names the file.
 */
export async function openProject(folder?: string, overrides?: Partial<Config>): Promise<Cardstock> {
  const project = await import('./open-project.ts');
  return project.openProject(folder ?? process.cwd(), overrides);
}

/** See {@link import('../site/build/undo-site.ts').undoSite}. */
export async function undoSite(folder: string, cacheFolder: string): Promise<UndoReport> {
  const undo = await import('../site/build/undo-site.ts');
  return undo.undoSite(folder, cacheFolder);
}
