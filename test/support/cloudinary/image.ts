import sharp from 'sharp';

export interface Image {
  readonly bytes: Buffer;
  /** `image/jpeg`, `image/png`, `image/webp`, or what the source of a fetched image called it. */
  readonly contentType: string;
}

/** An image of this account; `version` is the second of its upload. */
export interface Asset extends Image {
  readonly version: number;
}

/** The content type that the first bytes tell, whatever anybody calls them. */
export function sniff(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1', 0, 12);
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'image/webp';
  return undefined;
}

/** Width, height and format as Cloudinary's JSON names them. Rejects when the bytes are no whole image. */
export async function describeImage(bytes: Buffer) {
  const { width, height, format } = await sharp(bytes).metadata();
  return { width, height, format: format === 'jpeg' ? 'jpg' : format, bytes: bytes.length };
}
