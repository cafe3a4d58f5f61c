import { kindOf } from '../../card/pictures/kinds.ts';

/** What a site may take in. No drawings: SVG is a page with a picture's name. */
export const pictureTypes = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** What cameras and editors make. The other two are for whoever says so: each is a decoder more that strangers reach. */
export const usualTypes: readonly PictureType[] = ['jpeg', 'png', 'webp'];

/** As in the name of a file; the first is written, all are read. */
export const extensionsOf: Readonly<Record<PictureType, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  avif: ['avif'],
};

/** What a file is by its first bytes; its name and what was said of it count for nothing. */
export function pictureTypeOf(bytes: Buffer): PictureType | undefined {
  const known = kindOf(bytes);
  if (known) return known;
  if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return 'gif';
  return /^ftypavi[fs]$/.test(bytes.toString('latin1', 4, 12)) ? 'avif' : undefined;
}

/** By the name of a file; nothing where it has no ending of a picture. */
export function typeOfName(path: string): PictureType | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  return pictureTypes.find((type) => ending !== undefined && extensionsOf[type].includes(ending));
}
