import type { Config } from '../config.ts';
import { Cardstock } from '../cardstock.ts';
import { defaultsOf, projectEnvironment } from './assemble.ts';
import { loadProject, type Project } from './load-project.ts';

/** The image generator of a project that is loaded. */
export function cardstockOf({ templates, config }: Project, overrides: Partial<Config> = {}): Cardstock {
  return new Cardstock({
    templates,
    defaults: defaultsOf(config),
    environment: projectEnvironment(config),
    config: overrides,
  });
}

/** @throws {ConfigError} the config, a template or a setting is not valid; the message names the file. */
export async function openProject(folder: string, overrides: Partial<Config> = {}): Promise<Cardstock> {
  return cardstockOf(await loadProject(folder), overrides);
}
