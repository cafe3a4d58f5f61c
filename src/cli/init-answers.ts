import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { InitAnswers } from '../project/init/config-text.ts';
import { posixPath } from '../system/posix-path.ts';

/** As a person writes them; empty is no answer. */
export interface SaidOfSite {
  readonly site?: string | undefined;
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  /** A file, from the project's folder. */
  readonly logo?: string | undefined;
}

/** Where the files of a logo are, which is what a site passes on as they are. */
export interface LogoPlace {
  readonly folder: string;
  readonly assets: string | undefined;
}

type Check = (answer: string, place: LogoPlace) => string | undefined;

/** What would be right, where an answer will not do. */
export const complaints: Readonly<Record<keyof SaidOfSite, Check>> = {
  site: (site) =>
    /^https?:\/\/[^/]/.test(site) && URL.canParse(site) ? undefined : 'an address, as in https://example.com',
  name: (name) => (name.length <= 40 ? undefined : 'at most 40 characters, for it stands on every card'),
  color: (color) => (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color) ? undefined : 'a colour as in #1b5fd0'),
  logo: (logo, { folder, assets }) => {
    if (assets === undefined) return 'nothing here: each build takes the icon of the site';
    if (!existsSync(join(folder, logo))) return `a file that is there; ${logo} is not`;
    return pathBelow(join(folder, assets), join(folder, logo))
      ? undefined
      : `a file in ${assets}/, which goes online`;
  },
};

/** The answers as the config says them. */
export function readAnswers(
  { site, name, color, logo }: SaidOfSite,
  { folder, assets }: LogoPlace,
): InitAnswers {
  const file = logo && pathBelow(join(folder, assets ?? '.'), join(folder, logo));
  return {
    ...(site && { site: site.replace(/\/+$/, '') }),
    ...(name && { name }),
    ...(color && { brand: color }),
    ...(file && { logo: file }),
  };
}

/** The path of a file as a page says it, where it lies below a folder. */
function pathBelow(folder: string, file: string): string | undefined {
  const path = posixPath(relative(folder, file));
  return path.startsWith('..') ? undefined : `/${path}`;
}
