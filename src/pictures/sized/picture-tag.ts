import { PictureNotFoundError } from '../../errors.ts';
import type { SigningOptions } from '../../serve/url/signed-url.ts';
import { escapeAttribute } from '../../system/escape-attribute.ts';
import type { Originals } from '../originals/originals.ts';
import { checkPicturePath } from '../path.ts';
import type { PictureFormat } from './formats.ts';
import { boxOf, type Size } from './geometry.ts';
import type { PictureSketch, Sketches } from './picture-sketch.ts';
import { pictureAddress, type PictureUrlTerms } from './picture-url.ts';
import { isPrivate } from './privacy.ts';
import { fullSize, type PictureSize } from './size.ts';
import type { PictureRules } from './rules.ts';

export interface PictureTagOptions extends SigningOptions {
  /** What the picture shows, for those who do not see it; empty where it only adorns. */
  readonly alt: string;
  /** How wide it is shown, as in `(min-width: 60rem) 40rem, 100vw`. @default '100vw' */
  readonly sizes?: string;
  /** `eager` for what is seen at once, which browsers then fetch first. @default 'lazy' */
  readonly loading?: 'lazy' | 'eager';
  readonly class?: string;
  /** A few pixels in its place until it is there, as a style of the `<img>`. @default unless it is private */
  readonly placeholder?: boolean;
}

interface Terms extends PictureUrlTerms {
  readonly originals: Originals;
  readonly sketches: Sketches;
}

interface Candidate {
  readonly size: PictureSize;
  readonly width: number;
}

/** Of browsers that know no `srcset`, and of whoever copies the address. */
const plainWidth = 1_024;

/**
 * The markup of a picture in all its widths: AVIF, WebP, and JPEG or PNG for the rest, with the room
 * it takes and something to look at until it is there. Addresses begin at the root of the site.
 *
 * @throws {PictureNotFoundError} there is none.
 * @throws {PictureUnreadableError} it is none that can be shown.
 */
export async function pictureTag(path: string, options: PictureTagOptions, terms: Terms): Promise<string> {
  checkPicturePath(path);
  const original = await terms.originals.find(path);
  if (!original) throw new PictureNotFoundError(path);
  const sketch = await terms.sketches.of(path, original.version);
  const candidates = candidatesOf(sketch, terms.rules);
  const { expiresAt } = options;
  const url = (size: PictureSize, format: PictureFormat) => {
    const found = { path, version: original.version };
    return terms.config.basePath + pictureAddress(found, size, { format, expiresAt }, terms);
  };
  const setOf = (format: PictureFormat) =>
    candidates.map(({ size, width }) => `${url(size, format)} ${width}w`).join(', ');
  const { sizes = '100vw' } = options;
  const usual = sketch.hasAlpha ? 'png' : 'jpeg';
  const sources = (['avif', 'webp'] as const).map((format) =>
    element('source', { type: `image/${format}`, srcset: setOf(format), sizes }),
  );
  const src = url(plainOf(candidates).size, usual);
  const shown = { placeholder: !isPrivate({ base: path, size: fullSize }, terms.rules), ...options };
  const image = element('img', { src, srcset: setOf(usual), sizes, ...attributesOf(shown, sketch) });
  return ['<picture>', ...sources, image, '</picture>'].join('');
}

/** Widths that the picture has; its own is the last where a variant would be wider. */
function candidatesOf(original: Size, { variants }: PictureRules): Candidate[] {
  const byWidth = Object.entries(variants)
    .filter(([, { height, fit, blur }]) => height === undefined && fit !== 'cover' && blur === undefined)
    .map(([name, variant]) => ({ size: { name, variant }, width: boxOf(original, variant).width }))
    .toSorted((a, b) => a.width - b.width);
  const wholeFrom = byWidth.findIndex(({ width }) => width === original.width);
  if (wholeFrom >= 0) return byWidth.slice(0, wholeFrom + 1);
  return byWidth.length > 0 ? byWidth : [{ size: fullSize, width: original.width }];
}

function plainOf(candidates: readonly Candidate[]): Candidate {
  return candidates.findLast(({ width }) => width <= plainWidth) ?? candidates[0]!;
}

function attributesOf(
  { alt, loading = 'lazy', class: named, placeholder }: PictureTagOptions,
  { width, height, placeholder: tiny }: PictureSketch,
) {
  return {
    alt,
    width: String(width),
    height: String(height),
    loading,
    decoding: 'async',
    ...(loading === 'eager' && { fetchpriority: 'high' }),
    ...(named !== undefined && { class: named }),
    ...(placeholder && tiny !== undefined && { style: `background:center/cover no-repeat url(${tiny})` }),
  };
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}>`;
}
