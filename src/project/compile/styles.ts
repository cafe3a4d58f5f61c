import type { BuildFailure, BuildOptions, Metafile, OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { posixPath } from '../../system/posix-path.ts';
import { assetLoaders } from './asset-loaders.ts';
import { filesOf } from './inputs.ts';

/** Stylesheets that modules import for their effect, by how the build calls them. */
export type AppliedStyles = Map<string, string>;

/** What is imported for its effect alone; see {@link applyBareStyles}. */
const applied = '?applied';

/**
 * Stylesheets as whoever imports them means them: `import css from './card.css'` is its text, and
 * `import './card.css'` and `import styles from './card.module.css'` bring it to the card.
 */
export function readStyles(build: PluginBuild, files: string[]): AppliedStyles {
  const styles: AppliedStyles = new Map();
  const folder = build.initialOptions.absWorkingDir!;
  const read = async (path: string, options: BuildOptions, use: (result: Read) => OnLoadResult) => {
    const result = await buildStyles(folder, options);
    if ('errors' in result) return result;
    files.push(path, ...result.files);
    return use(result);
  };
  build.onResolve({ filter: /\.css\?applied$/ }, async ({ path, importer, kind, resolveDir }) => {
    const found = await build.resolve(path.slice(0, -applied.length), { importer, kind, resolveDir });
    return { errors: found.errors, path: found.path, namespace: 'applied', sideEffects: true };
  });
  build.onLoad({ filter: /./, namespace: 'applied' }, ({ path }) =>
    read(path, { entryPoints: [path] }, ({ css }) => {
      styles.set(`applied:${path}`, css);
      return { contents: '' };
    }),
  );
  build.onLoad({ filter: /\.module\.css$/, namespace: 'file' }, ({ path }) =>
    read(path, { stdin: namesOf(path), plugins: [localNames(path, folder)] }, ({ css, js }) => {
      styles.set(path, css);
      return { contents: js, resolveDir: dirname(path) };
    }),
  );
  build.onLoad({ filter: /\.css$/, namespace: 'file' }, ({ path }) =>
    read(path, { entryPoints: [path] }, ({ css }) => ({ contents: css, loader: 'text' })),
  );
  return styles;
}

/** The text of a source, in which stylesheets that are imported without a name say so. */
export function applyBareStyles(source: string): string {
  return source.replaceAll(/^(\s*import\s*)(["'])([^"'\n]+\.css)\2/gm, `$1$2$3${applied}$2`);
}

/** What each module that the build begins with brings to its cards, in the order of its imports. */
export function stylesByModule(
  { inputs }: Metafile,
  entry: string,
  folder: string,
  styles: AppliedStyles,
): Map<string, string> {
  const textOf = (input: string) => styles.get(input) ?? styles.get(resolve(folder, input)) ?? '';
  const collect = (input: string, seen: Set<string>): string => {
    if (seen.has(input)) return '';
    seen.add(input);
    const imports = inputs[input]?.imports ?? [];
    return imports.map(({ path }) => collect(path, seen)).join('') + textOf(input);
  };
  const modules = inputs[entry]?.imports ?? [];
  return new Map(modules.map(({ path }) => [resolve(folder, path), collect(path, new Set())]));
}

interface Read {
  readonly css: string;
  readonly js: string;
  readonly files: readonly string[];
}

/** A stylesheet with what it imports, its pictures and its fonts inside. */
async function buildStyles(folder: string, options: BuildOptions): Promise<Read | BuildFailure> {
  const { build } = await import('esbuild');
  try {
    const result = await build({
      ...options,
      absWorkingDir: folder,
      outdir: folder, // nothing is written there
      loader: assetLoaders,
      plugins: [addresses, ...(options.plugins ?? [])],
      bundle: true,
      format: 'cjs',
      target: 'esnext',
      charset: 'utf8',
      legalComments: 'none',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const textOf = (ending: string) =>
      result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    return { css: textOf('.css'), js: textOf('.js'), files: filesOf(result, folder) };
  } catch (error) {
    return error as BuildFailure;
  }
}

/** What is no file: addresses, paths of a site, and parts of the document itself. */
const addresses: Plugin = {
  name: 'addresses',
  setup(build) {
    build.onResolve({ filter: /^(?:[a-z][a-z0-9+.-]+:|[/#])/ }, ({ path, kind }) =>
      kind === 'entry-point' || kind === 'import-statement' ? undefined : { path, external: true },
    );
  },
};

/** A module of the names that a CSS module has for its classes: as a whole, and each by itself. */
function namesOf(path: string): BuildOptions['stdin'] & object {
  const names = `import names from ${JSON.stringify(path)};`;
  const contents = `${names} module.exports = { ...names, default: names, __esModule: true };`;
  return { contents, resolveDir: dirname(path) };
}

/** esbuild makes names of that of their file, and two files of one name are two: the same on every machine. */
function localNames(path: string, folder: string): Plugin {
  const place = posixPath(relative(folder, path));
  const hash = createHash('sha256').update(place).digest('hex').slice(0, 6);
  return {
    name: 'local names',
    setup(build) {
      build.onResolve({ filter: /\.module\.css$/ }, ({ path: asked, kind }) =>
        asked === path && kind === 'import-statement'
          ? { path: basename(path).replace(/\.module\.css$/, `-${hash}`), namespace: 'names' }
          : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'names' }, async () => ({
        contents: await readFile(path, 'utf8'),
        resolveDir: dirname(path),
        loader: 'local-css',
      }));
    },
  };
}
