import type { PictureFormat } from './formats.ts';

/**
 * The three classes of browsers, which is as many as a cache should keep: those that show AVIF,
 * those that show WebP, and all others. Who says `image/*` alone does not say which.
 */
export type AcceptClass = 'avif' | 'webp' | 'any';

/** @param accept The header as it came. A type with `q=0` is one that is not wanted. */
export function acceptClass(accept: string | null | undefined): AcceptClass {
  const wanted = new Set(
    (accept ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.split(';').map((word) => word.trim()))
      .filter(([, ...parameters]) => !parameters.some((word) => /^q\s*=\s*0(\.0*)?$/.test(word)))
      .map(([type]) => type),
  );
  if (wanted.has('image/avif')) return 'avif';
  return wanted.has('image/webp') ? 'webp' : 'any';
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
  { hasAlpha, isAnimated }: { readonly hasAlpha: boolean; readonly isAnimated: boolean },
): PictureFormat {
  if (accepts === 'any') return hasAlpha ? 'png' : 'jpeg';
  return isAnimated ? 'webp' : accepts;
}
