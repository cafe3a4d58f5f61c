import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TailwindEntry } from '../card/dialects/tailwind/tailwind.ts';
import { ConfigError } from '../errors.ts';
import type { ProjectConfig } from './define-config.ts';

/**
 * A config whose stylesheet for Tailwind was read, and the files that were: it is another one
 * after an edit.
 *
 * @throws {ConfigError} the file that it names cannot be read.
 */
export async function withStylesheet(config: ProjectConfig, folder: string) {
  const { tailwind } = config;
  if (!tailwind || typeof tailwind === 'object') return { config, files: [] };
  if (tailwind === true) {
    const entry: TailwindEntry = { css: '@import "tailwindcss";', folder };
    return { config: { ...config, tailwind: entry }, files: [] };
  }
  const file = join(folder, tailwind);
  const css = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ConfigError(`tailwind: ${tailwind} cannot be read, from the folder of the config.`, error);
  });
  return { config: { ...config, tailwind: { css, folder: dirname(file) } }, files: [file] };
}
