import { yearSeconds } from '../cache/for-good.ts';
import type { CachedCard } from '../cache/image-cache.ts';
import { tagHeader, tagsOf } from '../cache/tags.ts';
import type { CacheKey } from '../../card/key.ts';
import { formatCodePoint } from '../../card/text.ts';
import type { CachedImage } from '../cache/entry.ts';
import type { ServeSettings } from '../settings.ts';
import type { Permit } from './authorize.ts';
import { cacheStatus } from './cache-status.ts';
import type { IdentifiedCard } from './identify.ts';
import type { Address } from './parse.ts';

type Headers = Record<string, string>;

/** On every answer: a browser that guesses types could take an error for a page. */
export const commonHeaders = { 'x-content-type-options': 'nosniff' } as const;

export const neverCached = { 'cache-control': 'no-store' } as const;

/** A stand-in picture: kept long enough to spare us, and forgotten soon after we are well. */
export const fallbackCached = { 'cache-control': 'public, max-age=60' } as const;

/** A crawler may come back within the minute; a design retired since is a minute's mistake. */
export const redirectMaxAgeSeconds = 60;

const hourSeconds = 3_600;

/** Rendering is deterministic, so the key of the document names the very bytes: a strong tag. */
export function etag(key: CacheKey): string {
  return `"${key}"`;
}

/** Which characters of a card are empty boxes, for whoever makes it; as many as a header holds well. */
function missingGlyphsHeader({ missingGlyphs }: IdentifiedCard): Headers {
  if (missingGlyphs.length === 0) return {};
  return { 'cardstock-missing-glyphs': missingGlyphs.slice(0, 50).map(formatCodePoint).join(', ') };
}

/** Which families of a card are not there; a name may be in any script. */
function missingFontsHeader({ missingFonts }: IdentifiedCard): Headers {
  if (missingFonts.length === 0) return {};
  const names = missingFonts
    .slice(0, 20)
    .map(({ family }) => encodeURI(family).replaceAll(/[,;]/g, encodeURIComponent));
  return { 'cardstock-missing-fonts': names.join(', ') };
}

/** Which pictures a card does without. In production the reason is a code, and the log has the whole one. */
function missingImagesHeader({ missingImages }: IdentifiedCard, { production }: ServeSettings): Headers {
  if (missingImages.length === 0) return {};
  const list = missingImages.map(
    ({ prop, error }) => `${prop}; reason="${production ? error.code : error.reason}"`,
  );
  return { 'cardstock-missing-images': list.join(', ') };
}

/** What of a readable URL counted for nothing, for whoever wonders. Names that a header cannot hold are left out. */
export function ignoredHeader({ ignored }: Address): Headers {
  const names = ignored.filter((name) => /^[\w.-]+$/.test(name)).slice(0, 20);
  return names.length === 0 ? {} : { 'cardstock-ignored-parameters': names.join(', ') };
}

/** All that an answer with this card says of caching, whether it brings the picture or a 304. */
export function cardHeaders(card: IdentifiedCard, permit: Permit, config: ServeSettings): Headers {
  const lifetime = lifetimeOf(card, permit, config);
  return {
    ...commonHeaders,
    etag: etag(card.key),
    ...missingGlyphsHeader(card),
    ...missingFontsHeader(card),
    ...missingImagesHeader(card, config),
    'cache-control': lifetime,
    ...(config.netlify ? netlifyHeaders(card, lifetime) : config.production && tagHeaders(card)),
  };
}

export function imageHeaders(bytes: Uint8Array, format: CachedImage['format']): Headers {
  return { 'content-type': `image/${format}`, 'content-length': String(bytes.byteLength) };
}

/** Nothing is made larger than it is, and whoever asked for a larger size is told. */
export function fittedHeader({ fitted, width, height }: CachedImage): Headers {
  return fitted ? { 'cardstock-not-enlarged': `${width}x${height}` } : {};
}

/**
 * When a picture was made, and where it was found. `Age` counts against `max-age`, so it is
 * told only where that is a year: an hour that began last week would be no hour at all.
 */
export function storedHeaders({ form }: IdentifiedCard, found: CachedCard): Headers {
  const { createdAt } = found.image;
  const isHit = found.origin === 'memory' || found.origin === 'store';
  const ageSeconds = Math.max(0, Math.floor((Date.now() - createdAt) / 1000));
  return {
    'last-modified': new Date(createdAt).toUTCString(),
    'cache-status': cacheStatus(found),
    ...(isHit && form === 'current' && { age: String(ageSeconds) }),
  };
}

/**
 * A sealed URL changes with its design, so the current one is kept for good. A sealed URL of
 * an older design shows today's, and a readable URL keeps its address when its design
 * changes: both are kept for an hour, and so is a card with data, whose URL shows tomorrow's data
 * tomorrow. At home nobody wants yesterday's design.
 */
function lifetimeOf(card: IdentifiedCard, permit: Permit, { production }: ServeSettings): string {
  if (card.missingImages.length > 0 || card.isProvisional) return fallbackCached['cache-control'];
  if (card.dataMaxAgeSeconds !== undefined && (production || card.form !== 'readable')) {
    return capped(Math.min(hourSeconds, card.dataMaxAgeSeconds), permit, '');
  }
  if (isForGood(card)) return capped(yearSeconds, permit, ', immutable');
  if (card.form === 'outdated') return capped(hourSeconds, permit, '');
  return production ? capped(hourSeconds, permit, ', stale-while-revalidate=86400') : 'no-cache';
}

/** Whether the URL of this card will show this picture as long as there is one. */
export function isForGood({
  form,
  missingImages,
  isProvisional,
  dataMaxAgeSeconds,
}: IdentifiedCard): boolean {
  const isWhole = missingImages.length === 0 && !isProvisional;
  return form === 'current' && isWhole && dataMaxAgeSeconds === undefined;
}

/** No copy outlives the permission it was made under. */
function capped(seconds: number, { expiresAt }: Permit, more: string): string {
  return `public, max-age=${maxAge(seconds, expiresAt)}${expiresAt === undefined ? more : ''}`;
}

export function maxAge(seconds: number, expiresAt: number | undefined): number {
  if (expiresAt === undefined) return seconds;
  return Math.max(0, Math.min(seconds, Math.floor(expiresAt - Date.now() / 1000)));
}

/** For whatever CDN is in front: by these the cards of one template or size can be purged. */
function tagHeaders({ template, variant }: IdentifiedCard): Headers {
  return { [tagHeader]: tagsOf({ template, variant }).join() };
}

/**
 * For Netlify's own cache: shared by all its regions, parted by what parts our answers, and
 * tagged so that the cards of one template or size can be purged.
 */
function netlifyHeaders({ template, variant, form }: IdentifiedCard, lifetime: string): Headers {
  return {
    'netlify-cdn-cache-control': lifetime.replace('public,', 'public, durable,'),
    // A wrong signature must not find the answer to a right one.
    'netlify-vary': form === 'readable' ? 'query' : 'query=exp|sig',
    'netlify-cache-tag': tagsOf({ template, variant }).join(),
  };
}
