import { kindOf, type PictureKind } from '../../card/pictures/kinds.ts';

/** What a picture says of itself in its first bytes. */
export interface PictureHeader {
  readonly format: PictureKind;
  readonly width: number;
  readonly height: number;
}

/** Takes microseconds, where a decoder that is asked takes most of a millisecond. */
export function readHeader(picture: Buffer): PictureHeader | undefined {
  const format = kindOf(picture);
  const size = format && sizeReaders[format](picture);
  return size && { format, ...size };
}

type Size = Pick<PictureHeader, 'width' | 'height'>;

const sizeReaders: Record<PictureKind, (picture: Buffer) => Size | undefined> = {
  png: (png) => (png.length < 24 ? undefined : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  jpeg: readJpegSize,
  webp: readWebpSize,
};

/** From segment to segment, until one that begins a frame. */
function readJpegSize(jpeg: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1]!;
    // C4, C8 and CC are tables and extensions among the frames.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5) };
    }
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Lossy, lossless, or with more to it than a picture: each has its size elsewhere. */
function readWebpSize(webp: Buffer): Size | undefined {
  if (webp.length < 30) return undefined;
  const kind = webp.toString('latin1', 12, 16);
  if (kind === 'VP8 ') {
    return { width: webp.readUInt16LE(26) & 0x3fff, height: webp.readUInt16LE(28) & 0x3fff };
  }
  if (kind === 'VP8L') {
    const bits = webp.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') return { width: webp.readUIntLE(24, 3) + 1, height: webp.readUIntLE(27, 3) + 1 };
  return undefined;
}
