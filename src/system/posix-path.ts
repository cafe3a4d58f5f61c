import { sep } from 'node:path';

/** A path with `/` on every system, as URLs, globs and imports want it. */
export function posixPath(path: string): string {
  return path.split(sep).join('/');
}
