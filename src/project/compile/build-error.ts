import type { BuildFailure, Location, Message } from 'esbuild';
import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { posixPath } from '../../system/posix-path.ts';
import type { SourceMaps } from './sources.ts';

/** What is wrong, where, and what to do about it. */
export function asConfigError(error: unknown, folder: string, maps: SourceMaps): unknown {
  const [first, ...others] = (error as Partial<BuildFailure>).errors ?? [];
  if (!first) return error;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const place = first.location && placeOf(first.location, folder, maps);
  const said = [`${problemOf(first)}${more}`, place, adviceFor(first)];
  return new ConfigError(said.filter(Boolean).join(' — '), error);
}

function problemOf(message: Message): string {
  const missing = missingIn(message);
  if (missing === undefined) return message.text.replace(/\.$/, '');
  return isPath(missing) ? `there is no file "${missing}"` : `the package "${missing}" cannot be found`;
}

/** Lines and columns count from 1, as editors have them. */
function placeOf({ file, line, column }: Location, folder: string, maps: SourceMaps): string {
  const path = resolve(folder, file);
  const map = maps.get(path);
  const found = map && new SourceMap(map).findEntry(line - 1, column);
  const [row, at] =
    found && 'originalLine' in found ? [found.originalLine, found.originalColumn] : [line - 1, column];
  return `${posixPath(relative(folder, path))}:${row + 1}:${at + 1}`;
}

function adviceFor(message: Message): string | undefined {
  const missing = missingIn(message);
  if (missing !== undefined && isPath(missing)) return 'paths begin at the file they stand in';
  if (missing?.startsWith('#')) return 'name it in "imports" of package.json';
  if (missing !== undefined) return 'install it, or name it in "paths" of tsconfig.json';
  const ending = /No loader is configured for "(.+?)" files/.exec(message.text)?.[1];
  return ending && `import it with ?raw for its text or ?url for a data URL, as in "./file${ending}?raw"`;
}

function missingIn({ text }: Message): string | undefined {
  return /^Could not resolve "(.+)"/.exec(text)?.[1];
}

function isPath(specifier: string): boolean {
  return /^(?:\.{0,2}[\\/]|[a-z]:[\\/])/i.test(specifier);
}
