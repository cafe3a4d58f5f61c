import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { assetLoaders } from './asset-loaders.ts';
import { type AppliedStyles, readStyles } from './styles.ts';

interface Assets {
  readonly plugin: Plugin;
  /** What was read for them. */
  readonly files: string[];
  /** Those that come to a card because a module of it imports them; there once the build began. */
  styles: AppliedStyles;
}

/**
 * What a module may import beside code: styles come with what they need inside, and `?raw` and
 * `?url` say that any file is wanted as text or as a data URL.
 */
export function readAssets(): Assets {
  const plugin: Plugin = { name: 'assets', setup: (build) => setUp(build, assets) };
  const assets: Assets = { files: [], plugin, styles: new Map() };
  return assets;
}

function setUp(build: PluginBuild, assets: Assets): void {
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
  assets.styles = readStyles(build, assets.files);
}

async function resolveQuery(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult> {
  const [path, query] = args.path.split(/\?(?=\w+$)/);
  const { importer, kind, resolveDir } = args;
  const found = await build.resolve(path!, { importer, kind, resolveDir });
  if (found.errors.length > 0) return { errors: found.errors };
  const asItIs = query === 'inline' && found.path.endsWith('.css');
  return { path: found.path, namespace: asItIs ? 'file' : query === 'raw' ? 'raw' : 'data' };
}
