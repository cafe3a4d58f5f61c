import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

/** A file of a design, as it is to be in a project. */
export interface EjectedFile {
  /** From the folder of the project's templates. */
  readonly path: string;
  readonly text: string;
}

/**
 * The source of a design that ships, with all parts that it is made of, as a project would have
 * written them: they import nothing but `cardstock-og`.
 */
export async function sourcesOf(name: string): Promise<EjectedFile[]> {
  const files = new Map<string, EjectedFile>();
  const open = [`${name}.tsx`];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const source = await readFile(join(templateFolder(), path), 'utf8');
    files.set(path, { path: placeOf(path), text: rewritten(path, source) });
    open.push(...partsOf(path, source));
  }
  return [...files.values()];
}

/** Their sources lie beside `package.json`, wherever this file is run from. */
function templateFolder(folder = import.meta.dirname): string {
  const isHome = existsSync(join(folder, 'package.json'));
  return isHome ? join(folder, 'templates') : templateFolder(dirname(folder));
}

/** The folder itself is for templates; all else is a part. */
function placeOf(path: string): string {
  return /^[\w-]+\.tsx$/.test(path) || path.startsWith('parts/') ? path : `parts/${path}`;
}

/** A line that imports, or the last one of it. */
const imports = /^((?:import|export) .*|\} )from '(\.[^']+\.tsx?)';$/gm;

function partsOf(path: string, source: string): string[] {
  const names = [...source.matchAll(imports)].map(([, , name]) => resolveFrom(path, name!));
  return names.filter((name) => !isLent(name));
}

function resolveFrom(path: string, name: string): string {
  return posix.join(posix.dirname(path), name);
}

/** What finds the colours of code is no design: it runs in a thread, with grammars by the dozen. */
const lent: Readonly<Record<string, string>> = {
  '../src/template.ts': 'cardstock-og/template',
  ...Object.fromEntries(
    ['highlight', 'syntax-roles', 'syntaxes'].map((part) => [`parts/${part}.ts`, 'cardstock-og/templates']),
  ),
};

function isLent(path: string): boolean {
  return path in lent;
}

function rewritten(path: string, source: string): string {
  const text = source
    .replaceAll(imports, (_line, start: string, name: string) => `${start}from '${nameFor(path, name)}';`)
    .replace("import * as z from 'zod';\n", "import { z } from 'cardstock-og/template';\n")
    .replace(twoOfOne, "import { $1, z } from 'cardstock-og/template';")
    .replaceAll("from 'preact';", "from 'cardstock-og/jsx-runtime';");
  return path.endsWith('.tsx') ? `/** @jsxImportSource cardstock-og */\n${text}` : text;
}

const twoOfOne = /^import \{ z \} from '[\w/-]+';\nimport \{ (.*) \} from 'cardstock-og\/template';$/m;

/** By the ending that every compiler finds, whatever it makes of `.tsx`. */
function nameFor(path: string, name: string): string {
  const target = resolveFrom(path, name);
  const from = posix.dirname(placeOf(path));
  const relative = posix.relative(from, placeOf(target)).replace(/\.tsx?$/, '.js');
  return lent[target] ?? (relative.startsWith('.') ? relative : `./${relative}`);
}
