import { join } from 'node:path';
import { readIcon } from '../../card/pictures/icon.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import { isColorful, parseColor } from './colors.ts';
import { Tally } from './count.ts';
import { pathOnSite, type SitePlace } from './place.ts';
import { homeOf } from './site.ts';
import type { WebManifest } from './web-manifest.ts';

/** How a site looks. */
export interface Look {
  /** Props that templates may have: a colour as `#rrggbb`, an icon as data URL. */
  readonly props: { readonly brand?: string; readonly theme?: 'light' | 'dark'; readonly logo?: string };
  /** Where these were found, for people. */
  readonly sources: Readonly<Partial<Record<keyof Look['props'], string>>>;
}

/** A smaller icon has a colour, and is too coarse to be shown. */
const minLogoPixels = 32;

/** What sites have without saying so. */
const usualIcons = ['apple-touch-icon.png', 'favicon.svg', 'favicon.png', 'favicon.ico'];

/** The icon of a site, its colour, and whether it is dark, from what its pages name; what they do not tell is left out. */
export async function readLook(
  pages: readonly PageFacts[],
  site: SitePlace,
  manifest: WebManifest = { icons: [] },
): Promise<Look> {
  const home = homeOf(pages) ?? pages[0];
  if (!home) return { props: {}, sources: {} };
  const named = [
    ...home.look.icons,
    ...manifest.icons,
    ...usualIcons.map((name) => new URL(name, site.url).href),
  ];
  const icon = await firstIcon(named, home, site);
  const brand = brandOf(
    [mostSaid(pages, ({ look }) => look.themeColor), 'theme-color'],
    [manifest.themeColor, 'the web manifest'],
    [icon?.mainColor, 'its icon'],
  );
  const logo = icon && icon.width >= minLogoPixels ? icon : undefined;
  const theme =
    mostSaid(pages, ({ look }) => look.colorScheme)?.trim() === 'dark' ? ('dark' as const) : undefined;
  return {
    props: {
      ...(brand && { brand: brand.color }),
      ...(theme && { theme }),
      ...(logo && { logo: logo.dataUrl }),
    },
    sources: {
      ...(brand && { brand: brand.from }),
      ...(theme && { theme: 'color-scheme' }),
      ...(logo && { logo: logo.address }),
    },
  };
}

async function firstIcon(addresses: readonly string[], home: PageFacts, site: SitePlace) {
  for (const address of new Set(addresses)) {
    const path = pathOnSite(site, address, home.url);
    const icon = path && (await readIcon(join(site.folder, path)));
    if (icon) return { ...icon, address: path };
  }
  return undefined;
}

/** White, black and grey are nobody's colour. */
function brandOf(...candidates: readonly [color: string | undefined, from: string][]) {
  for (const [text, from] of candidates) {
    const color = text && parseColor(text);
    if (color && isColorful(color)) return { color, from };
  }
  return undefined;
}

function mostSaid(
  pages: readonly PageFacts[],
  of: (page: PageFacts) => string | undefined,
): string | undefined {
  const tally = new Tally();
  for (const page of pages) tally.add(of(page) ? [of(page)!] : []);
  return tally.entries()[0]?.text;
}
