import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FoundFramework, valueIn } from './find-framework.ts';
import type { PackageManifest } from './package-manifest.ts';

interface Sources {
  readonly manifest: PackageManifest | undefined;
  readonly found: FoundFramework | undefined;
  /** Folders that may have a home page. */
  readonly pages: readonly string[];
}

/** Where a site lives, by its config, its host, its home page or its package. */
export async function siteOf(
  folder: string,
  { manifest, found, pages }: Sources,
): Promise<string | undefined> {
  const said = found && valueIn(found.config, found.framework.siteIn, found.configFile);
  const names = await Promise.all([...pages, '.'].map((each) => read(join(folder, each, 'CNAME'))));
  const host = names.map((name) => name.trim()).find(Boolean);
  const homes = await Promise.all(pages.map((each) => read(join(folder, each, 'index.html'))));
  const own = homes.map((home) =>
    tagValue(home, /\brel=["']?canonical\b|\bproperty=["']?og:url\b/i, 'href|content'),
  );
  const addresses = [said, host && `https://${host}`, ...own, manifest?.homepage];
  return addresses.map(readSite).find((address) => address !== undefined);
}

/** An address that a site may live at; neither a placeholder nor where its source is. */
function readSite(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(address);
  const isElsewhere = /(?:^|\.)(?:example\.\w+|localhost|github\.com|gitlab\.com|npmjs\.com)$/.test(hostname);
  return protocol === 'https:' && !isElsewhere ? origin + pathname.replace(/\/$/, '') : undefined;
}

/** The colour that browsers are told, by the first page that has one. */
export async function brandOf(folder: string, pages: readonly string[]): Promise<string | undefined> {
  for (const page of ['index.html', 'src/app.html', ...pages.map((each) => join(each, 'index.html'))]) {
    const color = tagValue(await read(join(folder, page)), /\bname=["']?theme-color\b/i, 'content');
    if (color && /^#[\da-f]{6}$/i.test(color)) return color.toLowerCase();
  }
  return undefined;
}

/** Of the first tag that is such a one. A glance: what a build goes by, it reads with a parser. */
function tagValue(html: string, isIt: RegExp, attribute: string): string | undefined {
  const tag = html.match(/<(?:meta|link)\b[^>]*>/gi)?.find((each) => isIt.test(each)) ?? '';
  return new RegExp(`\\b(?:${attribute})=["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1];
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
