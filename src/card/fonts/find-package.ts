import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of an installed package, as a program in `folder` would find it. Packages say which
 * of their files may be imported; where they lie is not among that.
 */
export function findPackage(name: string, folder: string): string | undefined {
  const path = join(folder, 'node_modules', name);
  if (name !== '' && existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : findPackage(name, above);
}

/** A file of a package, as in `pretendard/dist/bold.woff2`. */
export function findInPackage(specifier: string, folder: string): string | undefined {
  const [, name, path] = /^((?:@[^/]+\/)?[^/.@][^/]*)\/(.+)$/.exec(specifier) ?? [];
  const found = name && findPackage(name, folder);
  const file = found && path && join(found, path);
  return file && existsSync(file) ? file : undefined;
}
