import { canonicalCard } from '../../card/canonical.ts';
import { renderDocument } from '../../card/document.ts';
import { contentVersion, contentVersionBytes } from '../../card/key.ts';
import type { Card } from '../../card/resolve.ts';
import { type FileExtension, fileExtensions, type ImageFormat, imageFormats } from '../../card/variants.ts';
import { ConfigError, UrlTooLongError } from '../../errors.ts';
import { limits } from '../limits.ts';
import type { ServeSettings } from '../settings.ts';
import { encodePayload } from './payload.ts';
import { signedUrl, type SigningOptions } from './signed-url.ts';

export interface SealOptions extends SigningOptions {
  /** For a cache that keeps any 200 for good: failures stay failures. @default false */
  readonly strict?: boolean;
  /** One of those that pictures are had in, as in `md`. @default that of the card */
  readonly size?: string | undefined;
}

/** How the URL of a card is made. */
export type CardUrlOptions = Omit<SealOptions, 'strict'>;

/** Of a card that cannot be drawn now: no design's, so whatever it comes to is kept for an hour at most. */
const noVersion = Buffer.alloc(contentVersionBytes);

/**
 * The sealed form of a card's URL, as a path behind the base: `/og/<payload>.<ext>`, signed where
 * there is a secret. Plain ASCII, the same for the same card, and another one for another design.
 *
 * @throws {UrlTooLongError} the card does not fit into a URL; a picture among its props, for one.
 */
export function sealedPath(
  card: Card,
  config: Pick<ServeSettings, 'secrets' | 'paths'>,
  options: SealOptions = {},
): string {
  const payload = encodePayload({
    card: canonicalCard(card),
    version: card.lacksData ? noVersion : contentVersion(renderDocument(card)),
    strict: options.strict ?? false,
  });
  const size = options.size === undefined ? '' : `-${options.size}`;
  const path = `${config.paths.sealed}${payload}${size}.${fileExtensions[card.format]}`;
  const url = signedUrl(path, config.secrets[0], options);
  if (url.length > limits.urlBytes) throw new UrlTooLongError(limits.urlBytes);
  return url;
}

/**
 * Where a CDN has its own name, a card is asked for there, at the root.
 *
 * @throws {ConfigError} nobody said where the site lives.
 */
export function whereCardsAre(
  path: string,
  config: Pick<ServeSettings, 'siteUrl' | 'cardsUrl' | 'basePath'>,
): string {
  return config.cardsUrl ? `${config.cardsUrl}${path}` : onSite(path, config);
}

/** @throws {ConfigError} nobody said where the site lives. */
export function onSite(
  path: string,
  { siteUrl, basePath }: Pick<ServeSettings, 'siteUrl' | 'basePath'>,
): string {
  if (siteUrl) return `${siteUrl}${basePath}${path}`;
  throw new ConfigError('OG_SITE_URL is not set: a card URL begins with the address of your site.');
}

/** The parts of a sealed URL's file name, or nothing where it is no such name. */
export function splitSealedName(name: string): { payload: string; format: ImageFormat } | undefined {
  const [, payload, extension] = /^([\w-]+)\.(jpg|png|webp)$/.exec(name) ?? [];
  if (!payload || !extension) return undefined;
  return { payload, format: formatOf(extension as FileExtension) };
}

/** What could be the name of a card in a size: the name of the card, and the size. */
export function splitSealedSize(name: string): { payload: string; name: string; size: string } | undefined {
  const dash = name.lastIndexOf('-');
  const [, size, ending] = /^-([a-z\d]+)(\.[a-z]+)$/.exec(name.slice(dash)) ?? [];
  if (dash <= 0 || size === undefined || ending === undefined) return undefined;
  const payload = name.slice(0, dash);
  return { payload, name: payload + ending, size };
}

function formatOf(extension: FileExtension): ImageFormat {
  return imageFormats.find((format) => fileExtensions[format] === extension)!;
}
