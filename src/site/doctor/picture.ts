import { type FileKind, fileKindOf } from './file-kind.ts';

/** What the bytes of an image say of it, whoever says otherwise. */
export interface Picture {
  readonly kind: FileKind;
  /** As it is shown, turned as its EXIF says; absent for kinds that are recognised and not decoded. */
  readonly width?: number;
  readonly height?: number;
  readonly isOpaque?: boolean;
}

// More than any platform takes, and a bound for what decoding one may cost.
const maxPixels = 40_000_000;

/**
 * The picture in these bytes, or nothing where there is none, or only a part of one. It is
 * decoded to its end: what breaks off in the middle has a sound beginning.
 */
export async function readPicture(bytes: Buffer): Promise<Picture | undefined> {
  const kind = fileKindOf(bytes);
  if (!kind) return undefined;
  // No card should be either, so their decoders need not see what a stranger's server sends.
  if (kind === 'svg' || kind === 'avif') return { kind };
  try {
    return await decode(bytes, kind);
  } catch {
    return undefined;
  }
}

async function decode(bytes: Buffer, kind: FileKind): Promise<Picture | undefined> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(bytes, { limitInputPixels: maxPixels, pages: 1 });
  const { format, autoOrient, hasAlpha } = await picture.metadata();
  if (format !== kind) return undefined;
  // A tenth of the work of `stats` for a JPEG; which pixels come out does not matter.
  if (!hasAlpha) await picture.resize(8, 8, { fit: 'fill' }).raw().toBuffer();
  const isOpaque = !hasAlpha || (await picture.stats()).isOpaque;
  return { kind, width: autoOrient.width, height: autoOrient.height, isOpaque };
}
