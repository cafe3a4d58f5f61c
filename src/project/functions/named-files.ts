import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';

/** What is compiled into the function itself. */
const isCode = /\.(?:[mc]?[jt]sx?)$/;
/** One kind of quotes at a time, for they stand in each other; and whatever looks like a path by itself. */
const words = [/"([^"\n]+)"/g, /'([^'\n]+)'/g, /`([^`\n]+)`/g, /([\w@$.{}/+-]+\.\w{1,6})\b/g];
/** A word of a template literal that is not known before it runs. */
const unknown = /\$\{[^}]*\}/;

/**
 * The files that code names and reads while it runs, as in
 * `readFileSync(new URL('./logo.svg', import.meta.url))`: whatever stands in it as a word and is
 * the name of a file beside it. A word too many costs a few bytes, one too few a card.
 */
export async function namedFiles(sources: readonly string[], folder: string): Promise<string[]> {
  const found = await Promise.all(sources.filter((file) => isCode.test(file)).map(namedIn));
  const below = found.flat().filter((file) => isBelow(file, folder));
  return [...new Set(below)].sort();
}

async function namedIn(source: string): Promise<string[]> {
  const text = await readFile(source, 'utf8');
  const named = words.flatMap((word) => Array.from(text.matchAll(word), ([, name]) => name!));
  const files = await Promise.all(
    [...new Set(named)].filter(looksLikeFile).map((name) => filesCalled(name, dirname(source))),
  );
  return files.flat();
}

function looksLikeFile(name: string): boolean {
  return (
    name.length < 300 &&
    extname(name) !== '' &&
    !isAbsolute(name) &&
    !isCode.test(name) &&
    !name.includes(':')
  );
}

async function filesCalled(name: string, folder: string): Promise<string[]> {
  if (unknown.test(name)) return filesLike(name, folder);
  const path = join(folder, name);
  const isFile = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile ? [path] : [];
}

/** `./icons/${name}.svg` may be any of that folder. */
async function filesLike(name: string, folder: string): Promise<string[]> {
  const pattern = name.replaceAll(new RegExp(unknown, 'g'), '*');
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: folder })) found.push(join(folder, path));
  return found;
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith('..') && !isAbsolute(path) && !path.includes('node_modules');
}
