import { crc32, deflateSync } from 'node:zlib';

export const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** One chunk, with a checksum that fits unless it shall not. */
export function chunk(type: string, data: Buffer | string = '', checksum?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(checksum ?? crc32(body));
  return Buffer.concat([length, body, check]);
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly colour?: number;
  readonly interlace?: number;
}

export function header({ width, height, depth = 8, colour = 2, interlace = 0 }: Header): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

/** Rows of nothing, as a PNG packs them. */
export function rows(width: number, height: number, bitsPerPixel: number): Buffer {
  return chunk(
    'IDAT',
    deflateSync(Buffer.alloc(height * (1 + Math.ceil((width * bitsPerPixel) / 8))), { level: 1 }),
  );
}

export function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([signature, ...chunks, chunk('IEND')]);
}
