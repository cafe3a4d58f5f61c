import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { posixPath } from '../../system/posix-path.ts';
import { type Framework, frameworks } from './frameworks.ts';
import type { PackageManifest } from './package-manifest.ts';

/** The framework of a folder, and where in it things are; paths begin at the folder. */
export interface FoundFramework {
  readonly framework: Framework;
  readonly configFile: string | undefined;
  /** What its config says, as text. */
  readonly config: string;
  readonly output: string;
  readonly assets: string | undefined;
}

/** By the packages that a project names; where it names none of them, by the files that are there. */
export async function findFramework(
  folder: string,
  { dependencies, devDependencies }: PackageManifest,
): Promise<FoundFramework | undefined> {
  const named = { ...dependencies, ...devDependencies };
  const byPackage = frameworks.find((each) => each.package !== undefined && each.package in named);
  for (const framework of byPackage ? [byPackage] : frameworks) {
    const configFile = await firstOf(folder, framework.files);
    if (configFile !== undefined || byPackage) return locate(folder, framework, configFile);
  }
  return undefined;
}

async function locate(
  folder: string,
  framework: Framework,
  configFile: string | undefined,
): Promise<FoundFramework> {
  const config = configFile === undefined ? '' : await readFile(join(folder, configFile), 'utf8');
  const home = dirname(configFile ?? '.');
  const from = (path: string) => posixPath(join(home, path));
  const output = valueIn(config, framework.outputIn, configFile);
  const { assets } = framework;
  return {
    framework,
    configFile,
    config,
    output: from(output ?? framework.output),
    assets: assets === undefined ? undefined : from(assets),
  };
}

async function firstOf(folder: string, patterns: readonly string[]): Promise<string | undefined> {
  for (const pattern of patterns) {
    for await (const file of glob(pattern, { cwd: folder })) return posixPath(file);
  }
  return undefined;
}

/** What a config says for a key; in code only a literal is a value. */
export function valueIn(config: string, pattern: RegExp | undefined, configFile = ''): string | undefined {
  const [, quote, literal, bare] = pattern?.exec(config) ?? [];
  const isCode = /\.(?:[cm]?[jt]s|py)$/.test(configFile);
  return quote ? literal : isCode ? undefined : bare?.trim();
}
