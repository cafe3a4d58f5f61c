import { SourceMap, type SourceMapPayload } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError } from '../../errors.ts';
import { posixPath } from '../../system/posix-path.ts';

interface Run {
  /** What was run, with its map. */
  readonly code: string;
  readonly file: string;
  /** The folder of the project. */
  readonly sources: string;
}

interface Position {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** What a module of a project threw while it was run, and where in its source that was. */
export function asLoadError(error: unknown, run: Run): ConfigError {
  const { message = String(error), stack = '' } = (error ?? {}) as Partial<Error>;
  const place = placeIn(stack, run);
  return new ConfigError(place ? `${message} — ${place}` : message, error);
}

/** The first step that is in the project itself. Node has mapped it already, unless it was told not to. */
function placeIn(stack: string, run: Run): string | undefined {
  const compiled = pathToFileURL(run.file).href;
  for (const [, source = '', line, column] of stack.matchAll(
    /\(?((?:file:)?\/[^()\n]+?):(\d+):(\d+)\)?$/gm,
  )) {
    const url = source.startsWith('file:') ? source : pathToFileURL(source).href;
    const step = { url, line: Number(line), column: Number(column) };
    const place = describe(url === compiled ? inSource(step, run) : step, run);
    if (place) return place;
  }
  return undefined;
}

function inSource({ line, column }: Position, { code, sources }: Run): Position | undefined {
  const data = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(code)?.[1];
  if (!data) return undefined;
  const map = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()) as SourceMapPayload);
  const found = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in found)) return undefined;
  const { href: url } = new URL(found.originalSource, pathToFileURL(`${sources}/`));
  return { url, line: found.originalLine + 1, column: found.originalColumn + 1 };
}

function describe(position: Position | undefined, { sources }: Run): string | undefined {
  if (!position?.url.startsWith('file:')) return undefined;
  const path = posixPath(relative(sources, fileURLToPath(position.url)));
  const isForeign = path.startsWith('..') || path.includes('node_modules/');
  return isForeign ? undefined : `${path}:${position.line}:${position.column}`;
}
