import type { OnResolveResult, PluginBuild, ResolveResult } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What CommonJS that came inside requires from outside: an ES module has no `require`, so each is
 * an import, of the very thing that `require` would give.
 */
export function importRequired(build: PluginBuild): void {
  build.onResolve({ filter: /./, namespace: 'required' }, ({ path }) => ({ path, external: true }));
  build.onLoad({ filter: /./, namespace: 'required' }, ({ path, pluginData: isModule }) => ({
    contents: `import ${isModule ? '* as all' : 'all'} from ${JSON.stringify(path)}; module.exports = all;`,
  }));
}

/** @param name By which it is imported. */
export function asImport(name: string, { path, external }: ResolveResult): OnResolveResult {
  return { path: name, namespace: 'required', pluginData: !external && isModule(path) };
}

function isModule(path: string): boolean {
  return path.endsWith('.js') ? typeOf(dirname(path)) === 'module' : path.endsWith('.mjs');
}

/** What the nearest `package.json` says, as Node reads it. */
function typeOf(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type;
  const parent = dirname(folder);
  return parent === folder ? undefined : typeOf(parent);
}
