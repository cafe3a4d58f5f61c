import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Template } from '../card/template.ts';
import { ConfigError } from '../errors.ts';
import { assembleTemplates } from './assemble.ts';
import type { ProjectConfig } from './define-config.ts';
import { checkConfig } from './check-config.ts';
import { loadModules } from './load-modules.ts';
import { withStylesheet } from './tailwind-entry.ts';
import { noticeOf } from './templates-of.ts';

/** A user's project: what its config says, and every template it has. */
export interface Project {
  /** Where its config lies, or the folder that was asked about. */
  readonly folder: string;
  readonly configFile: string | undefined;
  /** The folder of its own templates. */
  readonly templateFolder: string | undefined;
  readonly templateFiles: readonly string[];
  /** Every file that it was made of: when one of them changes, it is another project. */
  readonly files: readonly string[];
  readonly config: ProjectConfig;
  readonly templates: readonly Template[];
  /** What its owner should know: files that look like templates and are none. */
  readonly notices?: readonly string[];
}

export const configNames = ['ts', 'mts', 'js', 'mjs'].map((ending) => `cardstock.config.${ending}`);

/**
 * Reads `cardstock.config.ts` of a folder or of the nearest one above it, and the templates it
 * names. Without a config there are the templates that ship.
 *
 * @throws {ConfigError} the config or a template cannot be loaded; the message names the file.
 */
export async function loadProject(from: string): Promise<Project> {
  const configFile = findConfig(resolve(from));
  const folder = configFile ? dirname(configFile) : resolve(from);
  const {
    config,
    files: configFiles,
    styles: configStyles,
  } = configFile ? await loadConfig(configFile) : noConfig;
  const templateFolder = typeof config.templates === 'string' ? join(folder, config.templates) : undefined;
  const templateFiles = templateFolder ? await listTemplates(templateFolder) : [];
  const { modules: loaded, files, styles } = await loadModules(templateFiles, folder);
  const named = loaded.map((module, index) => [relative(folder, templateFiles[index]!), module] as const);
  const stylesByFile = named.map(([file], index) => [file, styles.get(templateFiles[index]!) ?? ''] as const);
  const { templates: shipped } = await import('../../templates/index.ts');
  return {
    folder,
    configFile,
    templateFolder,
    templateFiles,
    files: [...new Set([...configFiles, ...files])],
    config: rooted(config, folder),
    templates: assembleTemplates(config, Object.fromEntries(named), shipped, folder, {
      '': configStyles,
      ...Object.fromEntries(stylesByFile),
    }),
    notices: [
      ...named.flatMap(([file, module]) => noticeOf(module, file) ?? []),
      ...(templateFolder ? await listForeign(templateFolder, folder) : []),
    ],
  };
}

/** A path in a config starts where the config lies. */
function rooted(config: ProjectConfig, folder: string): ProjectConfig {
  return { ...config, ...(config.imageFolder && { imageFolder: join(folder, config.imageFolder) }) };
}

/** That of a folder, or of the nearest one above it. */
export function findConfig(folder: string): string | undefined {
  const found = configNames.map((name) => join(folder, name)).find(existsSync);
  const above = dirname(folder);
  return found ?? (above === folder ? undefined : findConfig(above));
}

interface LoadedConfig {
  readonly config: ProjectConfig;
  readonly files: readonly string[];
  readonly styles: string;
}

const noConfig: LoadedConfig = { config: {}, files: [], styles: '' };

async function loadConfig(file: string): Promise<LoadedConfig> {
  const { modules, files, styles } = await loadModules([file], dirname(file));
  const { default: config } = modules[0] as { default?: ProjectConfig };
  if (typeof config !== 'object' || config === null) {
    throw new ConfigError(`${file}: expected "export default defineConfig({ … })".`);
  }
  checkConfig(config, file);
  const styled = await withStylesheet(config, dirname(file));
  return { config: styled.config, files: [...files, ...styled.files], styles: styles.get(file) ?? '' };
}

/** The files of the folder itself; what lies in folders of it are parts. */
async function listTemplates(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new ConfigError(`The templates folder ${folder} of your config cannot be read.`);
  });
  const modules = names.filter((name) => /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/.test(name));
  return modules.sort().map((name) => join(folder, name));
}

/** Templates of other tools, which would else be passed over in silence. */
async function listForeign(templateFolder: string, folder: string): Promise<string[]> {
  const names = await readdir(templateFolder);
  const foreign = names
    .filter((name) => /\.(?:vue|svelte|astro|mdx|html|hbs|njk|liquid|ejs)$/.test(name))
    .sort();
  return foreign.map((name) => {
    const file = relative(folder, join(templateFolder, name));
    return `${file} is no template that is read here: write it as JSX in ${file.replace(/\.\w+$/, '.tsx')}, or give its HTML from "render" there.`;
  });
}
