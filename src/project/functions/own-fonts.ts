import type { FontUse } from '../../card/fonts/open-family.ts';
import { fontFileOf } from '../../card/fonts/open-family.ts';
import { findPackage } from '../../card/fonts/find-package.ts';
import type { Project } from '../load-project.ts';
import { filesOfPackage } from './included-files.ts';

export interface OwnFonts {
  /** Files of the project itself. */
  readonly files: readonly string[];
  /** Globs of what lies in packages. */
  readonly included: readonly string[];
}

/** The fonts that a project's templates bring. */
export function ownFonts({ templates, folder }: Project): OwnFonts {
  const found = templates.flatMap(({ fonts }) => fonts).map((use) => placeOf(use, folder));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    included: [...new Set(found.flatMap(({ included }) => included))],
  };
}

function placeOf({ from, style = 'normal' }: FontUse, folder: string): OwnFonts {
  if (typeof from !== 'string' && !(from instanceof URL)) return { files: [], included: [] };
  const file = fontFileOf(from, folder);
  if (file === undefined) {
    const files = `{package.json,unicode.json,files/*-${style}.woff2}`;
    return { files: [], included: filesOfPackage(String(from), folder, files) };
  }
  const name = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](.+)$/.exec(file);
  if (!name || !findPackage(name[1]!, folder)) return { files: [file], included: [] };
  return { files: [], included: filesOfPackage(name[1]!, folder, name[2]!) };
}
