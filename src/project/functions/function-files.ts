import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { TemplateRegistry } from '../../card/registry.ts';
import { ConfigError } from '../../errors.ts';
import type { Project } from '../load-project.ts';
import { leftBehind, shippedFonts, syllableFiles } from './included-files.ts';
import { namedFiles } from './named-files.ts';
import { ownFonts } from './own-fonts.ts';

/** Beside the functions: what a project's code reads while it runs, each file where it was. */
export const filesFolder = 'cardstock-files';

/** What goes along with a function beside what it imports, and what does not. */
export interface FunctionFiles {
  /** Globs of what tracing cannot find. */
  readonly included: readonly string[];
  /** Folders of what it finds and no function loads. */
  readonly left: readonly string[];
}

/**
 * Copies what a project's functions read to beside them, and tells what else they need.
 *
 * @throws {ConfigError} there is no `cardstock.config.ts`.
 * @throws {TemplateError} a template is declared wrongly.
 */
export async function layFiles(project: Project, out: string): Promise<FunctionFiles> {
  if (!project.configFile) {
    throw new ConfigError('There is no cardstock.config.ts here: "cardstock init" writes one.');
  }
  new TemplateRegistry(project.templates); // whatever is wrong with one is said before anything is written
  await mkdir(out, { recursive: true });
  const fonts = ownFonts(project);
  const named = await namedFiles(project.files, project.folder);
  await copyFiles([...named, ...fonts.files], project.folder, join(out, filesFolder));
  return {
    included: [...shippedFonts(), ...syllableFiles(), ...fonts.included],
    left: leftBehind(unusedPeers(project)),
  };
}

async function copyFiles(files: readonly string[], from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const file of files) {
    const path = join(to, relative(from, file));
    await mkdir(dirname(path), { recursive: true });
    await cp(file, path, { dereference: true });
  }
}

/** Tracing takes along what is installed and could be asked for. */
function unusedPeers({ templates }: Project): string[] {
  return templates.some(({ tailwind }) => tailwind) ? [] : ['tailwindcss'];
}
