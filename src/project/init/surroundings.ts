import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InitAnswers } from './config-text.ts';
import { findFramework, type FoundFramework, valueIn } from './find-framework.ts';
import { brandOf, siteOf } from './said-of-site.ts';
import { type PackageManifest, readManifest } from './package-manifest.ts';

/** What a project is when cards come to it; paths begin at its folder. */
export interface Surroundings {
  readonly manifest: PackageManifest | undefined;
  readonly found: FoundFramework | undefined;
  /** Where its built pages are. */
  readonly output: string;
  readonly assets: string | undefined;
  /** What may be its logo, below `assets`; each build finds its icon by itself. */
  readonly logo: string | undefined;
  readonly isOnNetlify: boolean;
  /** Whether its pages have `src` before them. */
  readonly hasSourceFolder: boolean;
  /** What it says of itself. */
  readonly answers: InitAnswers;
}

/** Looks at a folder, and changes nothing. */
export async function surroundingsOf(folder: string): Promise<Surroundings> {
  const manifest = await readManifest(folder);
  const found = await findFramework(folder, manifest ?? {});
  const output = found?.output ?? htmlFolders.find((each) => existsSync(join(folder, each, 'index.html')));
  const assets = found ? found.assets : (output ?? '.');
  const answers = {
    site: await siteOf(folder, { manifest, found, pages: [output ?? '.', assets ?? '.'] }),
    name: found && valueIn(found.config, found.framework.nameIn, found.configFile),
    brand: await brandOf(folder, [output ?? '.', assets ?? '.']),
  };
  const logo = logos.find((each) => assets !== undefined && existsSync(join(folder, assets, each)));
  const isOnNetlify = existsSync(join(folder, 'netlify.toml'));
  const hasSourceFolder = existsSync(join(folder, 'src/app')) || existsSync(join(folder, 'src/pages'));
  return { manifest, found, hasSourceFolder, output: output ?? 'public', assets, logo, isOnNetlify, answers };
}

/** How cards get into what a project builds: by a plugin, by a script, or by its server. */
export function hookOf({ found }: Pick<Surroundings, 'found'>): 'plugin' | 'script' | 'server' {
  if (!found) return 'script';
  const { plugin, isStatic, server } = found.framework;
  if (!server) return plugin ? 'plugin' : 'script';
  return isStatic?.test(found.config) ? 'script' : 'server';
}

/** Where a site without a framework has its pages. */
const htmlFolders = ['public', 'dist', '_site', 'site', 'www', 'build', 'html', '.'];

const logos = ['/logo.svg', '/logo.png', '/images/logo.svg', '/img/logo.svg', '/favicon.svg', '/icon.svg'];
