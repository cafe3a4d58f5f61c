import { kindOf, type PictureKind } from '../../card/pictures/kinds.ts';

export type FileKind = PictureKind | 'gif' | 'svg' | 'avif';

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  avif: 'image/avif',
};

const extensions: Readonly<Record<string, FileKind>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  svg: 'svg',
  avif: 'avif',
};

/** Which kind of image a file is by its first bytes. */
export function fileKindOf(bytes: Buffer): FileKind | undefined {
  const kind = kindOf(bytes);
  if (kind) return kind;
  const start = bytes.toString('latin1', 0, 1024);
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^....ftypavi[fs]/s.test(start)) return 'avif';
  return /^(?:\xef\xbb\xbf)?\s*</.test(start) && /<svg[\s>]/.test(start) ? 'svg' : undefined;
}

export function kindOfName(path: string): FileKind | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

/** What a server that goes by the name of a file says it is, if it is an image. */
export function mediaTypeOfName(path: string): string | undefined {
  const kind = kindOfName(path);
  return kind && mediaTypes[kind];
}
