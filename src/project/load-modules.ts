import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from './compile/compile.ts';
import { importCode } from './compile/import-code.ts';
import { lentByHand } from './compile/lent-packages.ts';
import { packagesByPlace } from './compile/packages.ts';

export interface LoadedModules {
  /** What each file exports, in the order of the files. */
  readonly modules: readonly object[];
  /** All that was read for it: also what they import, their styles, pictures and fonts. */
  readonly files: readonly string[];
  /** The styles that come with each file, by its path. */
  readonly styles: ReadonlyMap<string, string>;
}

/**
 * Imports modules of a user's project, and all they import anew: what was edited since the last
 * time is seen. See {@link compile} for what they may import.
 *
 * @throws {ConfigError} something cannot be read, or a module throws while it is run; file and line are named.
 */
export async function loadModules(paths: readonly string[], folder: string): Promise<LoadedModules> {
  if (paths.length === 0) return { modules: [], files: [], styles: new Map() };
  const { code, files, styles } = await compile({
    entry: paths.map((path, index) => `export * as module${index} from ${JSON.stringify(path)};`).join('\n'),
    folder,
    whereIs,
    packages: [lentByHand, packagesByPlace],
  });
  const found = await importCode<Record<string, object>>(code);
  return { modules: paths.map((_path, index) => found[`module${index}`]!), files, styles };
}

/** Where it is: nothing was moved. */
function whereIs(path: string): string {
  const url = pathToFileURL(path).href;
  return [
    `export const url = ${JSON.stringify(url)};`,
    `export const dirname = ${JSON.stringify(dirname(path))};`,
    `export const filename = ${JSON.stringify(path)};`,
  ].join('\n');
}
