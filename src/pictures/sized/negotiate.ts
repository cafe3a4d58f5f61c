import type { PictureFormat } from './formats.ts';

/**
 * The three classes of browsers, which is as many as a cache should keep: those that show AVIF,
 * those that show WebP, and all others. Who says `image/*` alone does not say which.
 */
export type AcceptClass = 'avif' | 'webp' | 'any';

/**
 * @param accept The header as it came. A type with `q=0` is one that is not wanted.
 *
 * In the narrow language of CloudFront's functions: the edge of the AWS stack asks this very one.
 */
export function acceptClass(accept: string | null | undefined): AcceptClass {
  let isAvif = false;
  let isWebp = false;
  (accept || '').split(',').forEach((part) => {
    const words = part.toLowerCase().split(';');
    if (words.slice(1).some((word) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(word))) return;
    const type = (words[0] || '').trim();
    if (type === 'image/avif') isAvif = true;
    if (type === 'image/webp') isWebp = true;
  });
  if (isAvif) return 'avif';
  return isWebp ? 'webp' : 'any';
}

/** The header that a CDN keeps one copy for. */
export const acceptOf: Readonly<Record<AcceptClass, string>> = {
  avif: 'image/avif,image/webp,*/*',
  webp: 'image/webp,*/*',
  any: '*/*',
};

/** What a class gets of a picture; every browser shows PNG, which keeps what one sees through. Only WebP moves. */
export function formatFor(
  accepts: AcceptClass,
  picture: { readonly hasAlpha: boolean; readonly isAnimated: boolean },
): PictureFormat {
  if (accepts === 'any') return picture.hasAlpha ? 'png' : 'jpeg';
  return picture.isAnimated ? 'webp' : accepts;
}
