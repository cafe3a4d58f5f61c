import { PictureNotFoundError } from '../../errors.ts';
import { onSite } from '../../serve/url/sealed-url.ts';
import { signedUrl, type SigningOptions } from '../../serve/url/signed-url.ts';
import type { ServeSettings } from '../../serve/settings.ts';
import type { Originals } from '../originals/originals.ts';
import { checkPicturePath } from '../path.ts';
import { endingOf, type PictureFormat } from './formats.ts';
import { isPrivate } from './privacy.ts';
import type { PictureRules } from './rules.ts';
import { fullSize, type PictureSize, sizeOf } from './size.ts';
import { recipeOf, urlVersion } from './sized-pictures.ts';

export interface PictureUrlOptions extends SigningOptions {
  /** `auto`: what the browser shows. @default that of the original, as far as browsers show it */
  readonly format?: PictureFormat | 'auto' | undefined;
}

export interface PictureUrlTerms {
  readonly rules: PictureRules;
  readonly config: Pick<ServeSettings, 'paths' | 'secrets' | 'siteUrl' | 'basePath'>;
}

/**
 * The URL of a size of a picture, with the version of its content: another one as soon as the
 * picture is another one, so that it may be kept for good.
 *
 * @param size Name of a variant, `200x200` where that is allowed, or `full`.
 * @throws {PictureNotFoundError} there is none.
 * @throws {InvalidParameterError} the path is none, or there is no such size.
 * @throws {ConfigError} `OG_SITE_URL` is not set.
 */
export async function pictureUrl(
  path: string,
  size: string,
  options: PictureUrlOptions,
  terms: PictureUrlTerms & { originals: Originals },
): Promise<string> {
  checkPicturePath(path);
  const wanted = sizeOf(size, terms.rules);
  const original = await terms.originals.find(path);
  if (!original) throw new PictureNotFoundError(path);
  return onSite(pictureAddress({ path, version: original.version }, wanted, options, terms), terms.config);
}

/** The same of a picture that was found, as a path behind the base. */
export function pictureAddress(
  { path, version }: { path: string; version: string },
  size: PictureSize,
  { format, ...signing }: PictureUrlOptions,
  { rules, config }: PictureUrlTerms,
): string {
  const name = nameOf(path, size, format).split('/').map(encodeURIComponent).join('/');
  const address = `${config.paths.pictures}${name}?v=${urlVersion(version, recipeOf(path, size, rules))}`;
  const isSigned = signing.expiresAt !== undefined || isPrivate({ base: path, size }, rules);
  return isSigned ? signedUrl(address, config.secrets[0], signing) : address;
}

/** The short form where it says the same: `photo-md.jpg` of `photo.jpg`. */
function nameOf(path: string, { name }: PictureSize, format: PictureUrlOptions['format']): string {
  const [, stem = path, ending = ''] = /^(.*[^/])\.(jpg|png|webp|avif)$/.exec(path) ?? [];
  const end = format === 'auto' ? format : format ? endingOf[format] : ending || endingOf.jpeg;
  const suffix = name === fullSize.name ? '' : `-${name}`;
  return `${end === ending ? stem : path}${suffix}.${end}`;
}
