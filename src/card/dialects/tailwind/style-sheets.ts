import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** A stylesheet, and the folder that its own imports start from. */
export interface StyleSheet {
  readonly path: string;
  readonly base: string;
  readonly content: string;
}

/** One that was found beforehand: what was asked for, and from which folder. */
export interface CarriedSheet extends StyleSheet {
  readonly id: string;
  readonly from: string;
}

/**
 * A file of the project, or the styles of a package: of the project's own packages first, then
 * of those that are installed with us.
 *
 * @throws {Error} there is none.
 */
export async function findSheet(
  id: string,
  base: string,
  carried: readonly CarriedSheet[] = [],
): Promise<StyleSheet> {
  const known = carried.find((sheet) => sheet.id === id && sheet.from === base);
  if (known) return known;
  const path = /^\.{0,2}[/\\]/.test(id) || isAbsolute(id) ? resolve(base, id) : findInPackages(id, base);
  return { path, base: dirname(path), content: await readFile(path, 'utf8') };
}

function findInPackages(id: string, base: string): string {
  const requires = [createRequire(join(base, 'styles.css')), createRequire(import.meta.url)];
  for (const require of requires) {
    for (const candidate of [id, `${id}.css`, `${id}/index.css`]) {
      const path = tryTo(() => require.resolve(candidate));
      if (path?.endsWith('.css')) return path;
    }
    const named = stylesOf(id, require);
    if (named) return named;
  }
  throw new Error(`"${id}" is neither a file nor a package with styles`);
}

/** What a package calls its styles, as in `exports['.'].style`. */
function stylesOf(id: string, require: NodeJS.Require): string | undefined {
  const file = tryTo(() => require.resolve(`${id}/package.json`));
  if (!file) return undefined;
  const { style, exports } = require(file) as {
    style?: string;
    exports?: Record<string, { style?: string }>;
  };
  const named = exports?.['.']?.style ?? style;
  return named && join(dirname(file), named);
}

function tryTo<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
