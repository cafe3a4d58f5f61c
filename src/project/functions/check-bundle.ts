import { existsSync, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPackage } from '../../card/fonts/find-package.ts';
import { ConfigError } from '../../errors.ts';
import { repositoryOf } from './repository.ts';

const bundlerName = '@netlify/zip-it-and-ship-it';

/** Of Netlify's bundler, what we ask for: our types must not need its own. */
interface Bundler {
  readonly zipFunction: (entry: string, destination: string, options: object) => Promise<Bundled | undefined>;
}

interface Bundled {
  readonly path: string;
  readonly entryFilename: string;
  readonly bundler?: string;
}

export interface Bundle {
  /** Holds all that the function has. */
  readonly folder: string;
  /** The file whose `handler` Lambda calls. */
  readonly entry: string;
  readonly bytes: number;
}

/** Bundles functions of a project. */
export type BundleFunction = (entry: string, destination: string) => Promise<Bundle>;

/**
 * Netlify's own bundler: the project's, or that of the `netlify` command.
 * @throws {ConfigError} there is none.
 */
export async function openBundler(project: string): Promise<BundleFunction> {
  const found = placesOf(project)
    .map((folder) => findPackage(bundlerName, folder))
    .find(Boolean);
  if (!found) {
    throw new ConfigError(
      `Netlify's bundler, which --check needs, is not installed: npm i -D ${bundlerName}`,
    );
  }
  const file = createRequire(import.meta.url).resolve(found);
  const { zipFunction } = (await import(pathToFileURL(file).href)) as Bundler;
  const root = repositoryOf(project);
  return async (entry, destination) => {
    const options = {
      archiveFormat: 'none', // zips are Netlify's matter, and half the time
      basePath: root,
      repositoryRoot: root,
      config: { '*': { nodeVersion: process.versions.node.split('.')[0] } },
    };
    const bundled = await zipFunction(entry, destination, options);
    if (bundled?.bundler !== 'nft') throw new ConfigError(`${entry} was bundled with ${bundled?.bundler}.`);
    const { path: folder, entryFilename } = bundled;
    return { folder, entry: join(folder, entryFilename), bytes: await bytesOf(folder) };
  };
}

function placesOf(project: string): string[] {
  const commands = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'netlify'));
  const netlifyCli = findPackage('netlify-cli', project);
  const linked = [...(netlifyCli ? [netlifyCli] : []), ...commands.filter((path) => existsSync(path))];
  return [project, ...linked.map((path) => realpathSync(path))];
}

async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const stats = await Promise.all(files.map(({ parentPath, name }) => stat(join(parentPath, name))));
  return stats.reduce((sum, { size }) => sum + size, 0);
}
