import type { Plugin } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { readAssets } from './assets.ts';
import { asConfigError } from './build-error.ts';
import { filesOf } from './inputs.ts';
import { stylesByModule } from './styles.ts';
import { readSources, type WhereIs } from './sources.ts';

export interface CompileOptions {
  /** A module that imports what is wanted; its paths are absolute. */
  readonly entry: string;
  /** Of the project: its own packages are looked for from here. */
  readonly folder: string;
  /** How the modules of the result find the folder that their source lies in. */
  readonly whereIs: WhereIs;
  /** What becomes of packages: the project's own, and those that Cardstock lends it. */
  readonly packages: readonly Plugin[];
  readonly banner?: string;
  /** Whether it says of which sources it was made. @default true */
  readonly isMapped?: boolean;
}

export interface Compiled {
  readonly code: string;
  /** Every file that was read for it, with its absolute path. */
  readonly files: readonly string[];
  /** The styles that come to cards with each module that the entry imports, by its absolute path. */
  readonly styles: ReadonlyMap<string, string>;
}

/**
 * Makes one module of a project's own: TypeScript, JSX, styles, pictures and fonts that it
 * imports, found by its `tsconfig.json` and its `package.json`. What runs on this machine and what
 * a function carries are both made here, so that they cannot differ.
 *
 * @throws {ConfigError} naming the file and the line that cannot be read.
 */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const { entry, folder, whereIs, packages, banner, isMapped = true } = options;
  const { build } = await import('esbuild');
  const assets = readAssets();
  const sources = readSources(folder, whereIs);
  try {
    const result = await build({
      stdin: { contents: entry, resolveDir: folder, sourcefile: 'cardstock' },
      absWorkingDir: folder,
      outdir: folder, // nothing is written there
      plugins: [...packages, assets.plugin, sources.plugin],
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node22.17',
      conditions: [], // as Node resolves, and not as bundlers do
      keepNames: true,
      sourcemap: isMapped ? 'inline' : false,
      sourcesContent: false,
      sourceRoot: pathToFileURL(`${folder}/`).href,
      write: false,
      metafile: true,
      logLevel: 'silent',
      ...(banner && { banner: { js: banner } }),
    });
    return {
      code: result.outputFiles[0]!.text,
      files: [...filesOf(result, folder), ...assets.files],
      styles: stylesByModule(result.metafile, 'cardstock', folder, assets.styles),
    };
  } catch (error) {
    throw asConfigError(error, folder, sources.maps);
  }
}
