import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InitAnswers } from './config-text.ts';
import { findFramework, type FoundFramework, valueIn } from './find-framework.ts';
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
    site: await siteOf(folder, manifest, found, assets),
    name: found && valueIn(found.config, found.framework.nameIn, found.configFile),
    brand: await brandOf(folder, assets),
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

async function siteOf(
  folder: string,
  manifest: PackageManifest | undefined,
  found: FoundFramework | undefined,
  assets = '.',
): Promise<string | undefined> {
  const said = found && valueIn(found.config, found.framework.siteIn, found.configFile);
  const names = await Promise.all([assets, '.'].map((each) => read(join(folder, each, 'CNAME'))));
  const host = names.map((name) => name.trim()).find(Boolean);
  const addresses = [said, host && `https://${host}`, manifest?.homepage];
  return addresses.map((address) => readSite(address)).find((address) => address !== undefined);
}

/** An address that a site may live at; neither a placeholder nor where its source is. */
function readSite(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(address);
  const isElsewhere = /(?:^|\.)(?:example\.\w+|localhost|github\.com|gitlab\.com|npmjs\.com)$/.test(hostname);
  return protocol === 'https:' && !isElsewhere ? origin + pathname.replace(/\/$/, '') : undefined;
}

/** The colour that browsers are told, from the first page that has one. */
async function brandOf(folder: string, assets = '.'): Promise<string | undefined> {
  const pages = ['index.html', 'src/app.html', join(assets, 'index.html')];
  for (const page of pages) {
    const [meta = ''] =
      /<meta[^>]*\bname=["']?theme-color\b[^>]*>/i.exec(await read(join(folder, page))) ?? [];
    const [, color] = /\bcontent=["']?(#[\da-f]{6})\b/i.exec(meta) ?? [];
    if (color) return color.toLowerCase();
  }
  return undefined;
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
