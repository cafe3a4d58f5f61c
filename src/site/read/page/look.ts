import type { Head } from '../html/head.ts';
import type { LinkElement } from '../html/tags.ts';
import type { PageLook } from './page-facts.ts';
import { said } from './sayings.ts';

/** What a page says of how its site looks. */
export function lookOf(head: Head): PageLook {
  return {
    icons: iconsIn(head.links),
    manifest: head.links.find(({ rel }) => rel.includes('manifest'))?.href,
    themeColor: themeColorIn(head),
    colorScheme: said(head, 'color-scheme'),
  };
}

/** Of the colours for light and dark rooms, that for light ones. */
function themeColorIn({ metas }: Head): string | undefined {
  const colors = metas.filter(({ name, content }) => name === 'theme-color' && content?.trim());
  const light = colors.find(({ media }) => !media || /light/i.test(media));
  return (light ?? colors[0])?.content?.trim();
}

/** An SVG is as large as one wants; an icon for telephones is larger than one for tabs. */
function iconsIn(links: readonly LinkElement[]): string[] {
  const icons = links
    .filter(({ rel }) => rel.some((word) => /^(?:icon|apple-touch-icon(?:-precomposed)?)$/.test(word)))
    .map((link) => ({ href: link.href, pixels: pixelsOf(link) }));
  return icons.sort((one, other) => other.pixels - one.pixels).map(({ href }) => href);
}

const telephonePixels = 180;

function pixelsOf({ rel, type, sizes, href }: LinkElement): number {
  if (type === 'image/svg+xml' || /\.svg(?:\?|$)/i.test(href) || sizes === 'any') return 512;
  const sides = [...(sizes ?? '').matchAll(/(\d+)x\d+/gi)].map(([, side]) => Number(side));
  if (sides.length > 0) return Math.max(...sides);
  return rel.some((word) => word.startsWith('apple')) ? telephonePixels : 16;
}
