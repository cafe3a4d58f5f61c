import { readFile } from 'node:fs/promises';
import type { PageFacts } from '../read/page/page-facts.ts';
import { fileOnSite, type SitePlace } from './place.ts';

/** What a web app manifest says of how its site looks. */
export interface WebManifest {
  readonly name?: string | undefined;
  readonly themeColor?: string | undefined;
  /** Absolute addresses, the largest first. */
  readonly icons: readonly string[];
}

/** The manifest that a page names; an empty one where there is none, or it is no JSON. */
export async function readWebManifest({ look, url }: PageFacts, site: SitePlace): Promise<WebManifest> {
  const file = look.manifest && fileOnSite(site, look.manifest, url);
  if (!file) return { icons: [] };
  try {
    const text = new TextDecoder().decode(await readFile(file)); // without a byte order mark
    const manifest = JSON.parse(text) as Record<string, unknown>;
    return {
      name: textIn(manifest['name']) ?? textIn(manifest['short_name']),
      themeColor: textIn(manifest['theme_color']),
      icons: iconsIn(manifest['icons'], new URL(look.manifest, url)),
    };
  } catch {
    return { icons: [] };
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function iconsIn(value: unknown, base: URL): string[] {
  const icons = Array.isArray(value)
    ? (value as ({ src?: unknown; sizes?: unknown; purpose?: unknown } | null)[])
    : [];
  return icons
    .filter((icon) => icon !== null)
    .filter(
      ({ src, purpose }) => typeof src === 'string' && URL.canParse(src, base) && purpose !== 'monochrome',
    )
    .sort((one, other) => sideOf(other.sizes) - sideOf(one.sizes))
    .map(({ src }) => new URL(String(src), base).href);
}

function sideOf(sizes: unknown): number {
  return Math.max(0, ...[...String(sizes).matchAll(/(\d+)x\d+/g)].map(([, side]) => Number(side)));
}
