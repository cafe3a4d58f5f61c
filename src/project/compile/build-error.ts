import type { BuildFailure, Location, Message } from 'esbuild';
import { resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { inSource } from '../../system/compiled-code.ts';
import { rememberFault } from '../../system/fault.ts';
import { describeAt, type SourcePosition } from '../../system/source-position.ts';
import { adviceForFile, heirOf } from './elsewhere.ts';
import type { SourceMaps } from './sources.ts';

/** What is wrong, where, and what to do about it. */
export function asConfigError(error: unknown, folder: string, maps: SourceMaps): unknown {
  const [first, ...others] = (error as Partial<BuildFailure>).errors ?? [];
  if (!first) return error;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const position = first.location ? positionOf(first.location, folder, maps) : undefined;
  const fault = { message: `${problemOf(first)}${more}`, position, advice: adviceFor(first), stack: [] };
  const text = describeAt(fault.message, position, fault.advice);
  return rememberFault(new ConfigError(text, error), fault);
}

function problemOf(message: Message): string {
  const missing = missingIn(message);
  if (missing === undefined) return message.text.replace(/\.$/, '');
  return isPath(missing) ? `there is no file "${missing}"` : `the package "${missing}" cannot be found`;
}

function positionOf({ file, line, column }: Location, folder: string, maps: SourceMaps): SourcePosition {
  const position = { file: resolve(folder, file), line, column: column + 1 };
  const map = maps.get(position.file);
  return (map && inSource(map, position)) ?? position;
}

function adviceFor(message: Message): string | undefined {
  const missing = missingIn(message);
  if (missing !== undefined && isPath(missing)) return 'paths begin at the file they stand in';
  if (missing !== undefined && heirOf(missing)) return heirOf(missing);
  if (missing?.startsWith('#')) return 'name it in "imports" of package.json';
  if (missing !== undefined) return 'install it, or name it in "paths" of tsconfig.json';
  const ending = /No loader is configured for "(.+?)" files/.exec(message.text)?.[1];
  return ending && adviceForFile(ending);
}

function missingIn({ text }: Message): string | undefined {
  return /^Could not resolve "(.+)"/.exec(text)?.[1];
}

function isPath(specifier: string): boolean {
  return /^(?:\.{0,2}[\\/]|[a-z]:[\\/])/i.test(specifier);
}
