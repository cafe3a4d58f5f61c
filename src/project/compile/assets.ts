import type {
  BuildFailure,
  BuildOptions,
  OnResolveArgs,
  OnResolveResult,
  Plugin,
  PluginBuild,
} from 'esbuild';
import { readFile } from 'node:fs/promises';
import { filesOf } from './inputs.ts';

/** Pictures and fonts become data URLs: a card has all that it shows inside it. */
export const assetLoaders = {
  '.svg': 'dataurl',
  '.png': 'dataurl',
  '.jpg': 'dataurl',
  '.jpeg': 'dataurl',
  '.webp': 'dataurl',
  '.avif': 'dataurl',
  '.gif': 'dataurl',
  '.woff2': 'dataurl',
  '.woff': 'dataurl',
  '.ttf': 'dataurl',
  '.otf': 'dataurl',
} as const satisfies BuildOptions['loader'];

/**
 * What a module may import beside code: styles come as text that needs no other file, and
 * `?raw` and `?url` say that any file is wanted as text or as a data URL.
 */
export function readAssets(): { plugin: Plugin; files: string[] } {
  const files: string[] = [];
  return { files, plugin: { name: 'assets', setup: (build) => setUp(build, files) } };
}

function setUp(build: PluginBuild, files: string[]): void {
  Object.assign((build.initialOptions.loader ??= {}), assetLoaders);
  build.onResolve({ filter: /\?(?:raw|url|inline)$/ }, (args) => resolveQuery(build, args));
  build.onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'text',
  }));
  build.onLoad({ filter: /./, namespace: 'data' }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'dataurl',
  }));
  const folder = build.initialOptions.absWorkingDir!;
  build.onLoad({ filter: /\.css$/, namespace: 'file' }, async ({ path }) => {
    const styles = await readStyles(path, folder);
    if ('errors' in styles) return styles;
    files.push(...styles.read);
    return { contents: styles.text, loader: 'text' };
  });
}

async function resolveQuery(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult> {
  const [path, query] = args.path.split(/\?(?=\w+$)/);
  const { importer, kind, resolveDir } = args;
  const found = await build.resolve(path!, { importer, kind, resolveDir });
  if (found.errors.length > 0) return { errors: found.errors };
  const asItIs = query === 'inline' && found.path.endsWith('.css');
  return { path: found.path, namespace: asItIs ? 'file' : query === 'raw' ? 'raw' : 'data' };
}

/** What is no file: addresses, paths of a site, and parts of the document itself. */
const addresses: Plugin = {
  name: 'addresses',
  setup(build) {
    build.onResolve({ filter: /^(?:[a-z][a-z0-9+.-]+:|[/#])/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, external: true },
    );
  },
};

/** A style sheet with what it imports, its pictures and its fonts inside. */
async function readStyles(path: string, folder: string) {
  const { build } = await import('esbuild');
  try {
    const result = await build({
      entryPoints: [path],
      absWorkingDir: folder,
      outdir: folder, // nothing is written there
      loader: assetLoaders,
      plugins: [addresses],
      bundle: true,
      target: 'esnext',
      charset: 'utf8',
      legalComments: 'none',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    return { text: result.outputFiles[0]!.text, read: filesOf(result, folder) };
  } catch (error) {
    return { errors: (error as BuildFailure).errors };
  }
}
