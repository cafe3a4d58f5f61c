import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A place in a file of somebody's project, counted from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** By the file that was run. A server whose templates are edited runs a new one with each save. */
const maps = new Map<string, SourceMapPayload>();
const maxMaps = 20;

/**
 * Remembers of which sources code was made, by the map at its end. Node could tell as well, were
 * there not programs with a way of their own to write stacks, which switches that off.
 */
export function rememberSources(file: string, code: string): void {
  const [oldest] = maps.keys();
  if (oldest !== undefined && maps.size >= maxMaps) maps.delete(oldest);
  const data = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(code)?.[1];
  if (data) maps.set(file, JSON.parse(Buffer.from(data, 'base64').toString()) as SourceMapPayload);
}

/**
 * The place in the source of what runs; itself where it is not known to be made of another file, and
 * none where whoever made it put that line in.
 */
export function sourceOf(position: SourcePosition): SourcePosition | undefined {
  const map = maps.get(position.file);
  return map ? inSource(map, position) : position;
}

/** @param map Its sources are paths from its root, or absolute. */
export function inSource(map: SourceMapPayload, position: SourcePosition): SourcePosition | undefined {
  const found = new SourceMap(map).findEntry(position.line - 1, position.column - 1);
  if (!('originalSource' in found)) return position;
  const { href, protocol } = new URL(found.originalSource, map.sourceRoot);
  if (protocol !== 'file:') return undefined;
  return { file: fileURLToPath(href), line: found.originalLine + 1, column: found.originalColumn + 1 };
}
