import type { Loader, OnLoadResult, Plugin, TransformFailure, TransformOptions } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { SourceMapPayload } from 'node:module';
import { basename, dirname, extname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { posixPath } from '../../system/posix-path.ts';
import { applyBareStyles } from './styles.ts';

/** The text of a module that exports `url`, `dirname` and `filename` of a source. */
export type WhereIs = (path: string) => string;

/** Of what was translated before it is bundled, by path: errors count the lines of the translation. */
export type SourceMaps = Map<string, SourceMapPayload>;

const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
};

/** Put together from many files, a module would take its own place for theirs. */
const places = {
  'import.meta.url': '__cardstock_url',
  'import.meta.dirname': '__cardstock_dirname',
  'import.meta.filename': '__cardstock_filename',
  __dirname: '__cardstock_dirname',
  __filename: '__cardstock_filename',
};
const importPlaces =
  'import { url as __cardstock_url, dirname as __cardstock_dirname, filename as __cardstock_filename } from "cardstock-place:";';
const importFetch = 'import { fetch } from "cardstock-place:";';
/** Node's own takes no address of a file. */
const fetchOfFiles = `
  export const fetch = async (from, ...rest) => {
    if (!String(from).startsWith('file:')) return globalThis.fetch(from, ...rest);
    const { readFile } = await import('node:fs/promises');
    return new Response(await readFile(new URL(from)));
  };`;
/** In CommonJS an import would make it another kind of module. */
const requirePlaces =
  'const { url: __cardstock_url, dirname: __cardstock_dirname, filename: __cardstock_filename } = require("cardstock-place:");';

/**
 * Reads the code of a project: each file knows where its source lies, and JSX is ours whatever
 * the project's own `tsconfig.json` makes of it, for it may say `preserve`, as Next's does.
 */
export function readSources(folder: string, whereIs: WhereIs): { plugin: Plugin; maps: SourceMaps } {
  const maps: SourceMaps = new Map();
  const plugin: Plugin = {
    name: 'sources',
    setup(build) {
      build.initialOptions.define = places;
      build.onLoad({ filter: /\.(?:[mc]?[jt]s|[jt]sx)$/, namespace: 'file' }, async ({ path }) => {
        if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
        return readSource(path, folder, maps);
      });
      build.onResolve({ filter: /^cardstock-place:$/ }, ({ importer }) => ({
        path: importer,
        namespace: 'place',
        sideEffects: false,
      }));
      build.onLoad({ filter: /./, namespace: 'place' }, ({ path }) => ({
        contents: whereIs(path) + fetchOfFiles,
      }));
    },
  };
  return { plugin, maps };
}

async function readSource(path: string, folder: string, maps: SourceMaps): Promise<OnLoadResult> {
  const source = applyBareStyles(withPlaces(await readFile(path, 'utf8')));
  const loader = loaders[extname(path)] ?? 'jsx';
  if (loader === 'ts') return { contents: source, loader };
  try {
    const { code, map } = await translate(source, path, loader, folder);
    maps.set(path, map);
    return { contents: code + mapComment(map), loader: 'js' };
  } catch (error) {
    return { errors: (error as TransformFailure).errors };
  }
}

/** Elements tell their file from the folder of the project, and maps from where the file lies. */
async function translate(source: string, path: string, loader: Loader, folder: string) {
  const { transform } = await import('esbuild');
  const sourcefile = posixPath(relative(folder, path));
  const { code, map } = await transform(source, { ...jsx, loader, sourcefile, define: places });
  const sourceRoot = pathToFileURL(`${dirname(path)}/`).href;
  return {
    code,
    map: { ...(JSON.parse(map) as SourceMapPayload), sourceRoot, sources: [basename(path)] },
  };
}

function mapComment(map: SourceMapPayload): string {
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  return `\n//# sourceMappingURL=data:application/json;base64,${data}`;
}

/** Lines stay what they are, for errors name them. */
function withPlaces(text: string): string {
  if (!/\bimport\.meta\b|\b__(?:dirname|filename)\b/.test(text)) return text;
  if (!isModule(text)) return `${requirePlaces} ${text}`;
  return `${text}\n${importPlaces}${fetchesFiles(text) ? importFetch : ''}`;
}

function isModule(text: string): boolean {
  return /^\s*(?:import|export)\b/m.test(text);
}

/** As what was written for the edge does: `fetch(new URL('./font.ttf', import.meta.url))`. */
function fetchesFiles(text: string): boolean {
  return (
    /\bfetch\(/.test(text) && !/\b(?:function|const|let|var|as)\s+fetch\b|[{,]\s*fetch\s*[,}]/.test(text)
  );
}

/** That of development, for it knows the file that an element stands in. */
const jsx: TransformOptions = {
  jsx: 'automatic',
  jsxDev: true,
  jsxImportSource: 'cardstock-og',
  tsconfigRaw: '{}',
  sourcemap: 'external',
  sourcesContent: false,
  keepNames: false,
  target: 'esnext',
};
