import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild, ResolveResult } from 'esbuild';
import { createRequire } from 'node:module';
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { posixPath } from '../../system/posix-path.ts';
import { asImport, importRequired } from './required.ts';

/** How code of a package is named by the module that imports it; undefined puts it inside. */
type NameOf = (found: ResolveResult, args: OnResolveArgs, imported?: string) => string | undefined;

/**
 * Leaves the packages of a project outside, for they may read files of their own, or be binaries.
 * What Node cannot load from there, such as styles, pictures and TypeScript, comes inside; and so
 * does what is made for React, which is Preact in here.
 */
function outside(nameOf: NameOf): Plugin {
  const nameOutside: NameOf = (found, ...others) =>
    isPackageCode(found.path) && !speaksReact(found.path) ? nameOf(found, ...others) : undefined;
  return {
    name: 'packages',
    setup(build) {
      importRequired(build);
      build.onResolve({ filter: /^[^./\\]/ }, (args) => resolvePackage(build, args, nameOutside));
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
  const where = { importer, resolveDir, namespace, pluginData: asked };
  const found = await build.resolve(path, { ...where, kind });
  const isRequired = kind === 'require-call';
  if (found.errors.length > 0) return isRequired ? undefined : { errors: found.errors }; // one may try
  const imported = isRequired ? await build.resolve(path, { ...where, kind: 'import-statement' }) : found;
  const name = found.external ? found.path : nameOf(found, args, imported.path);
  if (name !== undefined) return isRequired ? asImport(name, found) : { path: name, external: true };
  return {
    path: (!isRequired && modulesOf(path, found.path)) || found.path,
    sideEffects: found.sideEffects,
    suffix: found.suffix,
    namespace: found.namespace,
  };
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

/**
 * What comes inside is taken as bundlers take it: of CommonJS that was made of modules, Node gives
 * an object in the place of the default.
 */
function modulesOf(specifier: string, path: string): string | undefined {
  const [folder] = homeOf.exec(path) ?? [];
  if (!folder || !posixPath(folder).endsWith(`/node_modules/${specifier}`)) return undefined;
  const { exports, module } = readManifest(folder);
  return exports === undefined && module ? join(folder, module) : undefined;
}

interface Manifest {
  readonly exports?: unknown;
  readonly module?: string;
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
export const packagesByPlace = outside(({ path }) => pathToFileURL(path).href);

/** By their names, where these mean the same from the folder of the functions as from here. */
export function packagesByName(folder: string): Plugin {
  const require = createRequire(`${folder}/functions.js`);
  return outside(({ path }, { path: name, kind }, imported) => {
    if (kind === 'require-call' && imported !== path) return undefined;
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
