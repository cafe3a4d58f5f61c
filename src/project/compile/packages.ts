import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild, ResolveResult } from 'esbuild';
import { createRequire } from 'node:module';
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How code of a package is named by the module that imports it; undefined puts it inside. */
type NameOf = (found: ResolveResult, args: OnResolveArgs) => string | undefined;

/**
 * Leaves the packages of a project outside, for they may read files of their own, or be binaries.
 * What Node cannot load from there, such as styles, pictures and TypeScript, comes inside; and so
 * does what is made for React, which is Preact in here.
 */
function outside(nameOf: NameOf): Plugin {
  return {
    name: 'packages',
    setup(build) {
      build.onResolve({ filter: /^[^./\\]/ }, (args) => resolvePackage(build, args, nameOf));
    },
  };
}

async function resolvePackage(
  build: PluginBuild,
  args: OnResolveArgs,
  nameOf: NameOf,
): Promise<OnResolveResult | undefined> {
  const { path, importer, kind, resolveDir, namespace } = args;
  if (args.pluginData === asked || !isForPackages(path)) return undefined;
  const found = await build.resolve(path, { importer, kind, resolveDir, namespace, pluginData: asked });
  if (found.errors.length > 0) return { errors: found.errors };
  const { external, sideEffects, suffix } = found;
  const staysOutside = !external && isPackageCode(found.path) && !speaksReact(found.path);
  const name = staysOutside ? nameOf(found, args) : undefined;
  if (name !== undefined) return { path: name, external: true };
  return { path: found.path, external, sideEffects, suffix, namespace: found.namespace };
}

const asked = Symbol('resolved already');

/** Bare names, those of `imports` in package.json and of `paths` in tsconfig.json. */
function isForPackages(specifier: string): boolean {
  return !isAbsolute(specifier) && !/^cardstock-place:$|\?(?:raw|url|inline)$/.test(specifier);
}

function isPackageCode(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path) && /\.[mc]?js$/.test(path);
}

const reactPackages = new Map<string, boolean>();

function speaksReact(path: string): boolean {
  const [folder] = homeOf.exec(path) ?? [];
  if (!folder) return false;
  let speaks = reactPackages.get(folder);
  if (speaks === undefined) {
    const { dependencies, peerDependencies } = readManifest(folder);
    speaks = ['react', 'react-dom'].some((name) => dependencies?.[name] ?? peerDependencies?.[name]);
    reactPackages.set(folder, speaks);
  }
  return speaks;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return {};
  }
}

/** The folder of the package that a file is in. */
const homeOf = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** By their places on this machine: the module that imports them lies elsewhere. */
export const packagesByPlace = outside(({ path }, { kind }) =>
  kind === 'require-call' ? path : pathToFileURL(path).href,
);

/** By their names, where these mean the same from the folder of the functions as from here. */
export function packagesByName(folder: string): Plugin {
  const require = createRequire(`${folder}/functions.js`);
  return outside(({ path }, { path: name }) => {
    try {
      return realpathSync(require.resolve(name)) === realpathSync(path) || hasSameHome(require, name, path)
        ? name
        : undefined;
    } catch {
      return undefined;
    }
  });
}

/** `require` and `import` may lead to two files of one package. */
function hasSameHome(require: NodeJS.Require, name: string, path: string): boolean {
  const home = (file: string) => homeOf.exec(realpathSync(file))?.[0];
  return home(require.resolve(name)) === home(path);
}
