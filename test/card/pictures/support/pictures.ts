import sharp, { type Sharp } from 'sharp';

/** A picture with something on it, so that files of it have a middle. */
export function gradient(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const data = Buffer.alloc(width * height * channels);
  for (let index = 0; index < data.length; index += 1) data[index] = (index * 7 + (index >> 7)) % 256;
  return sharp(data, { raw: { width, height, channels } });
}

export const goodPng = () => gradient(60, 40, 4).png().toBuffer();
export const goodJpeg = () => gradient(60, 40).jpeg().toBuffer();
export const goodWebp = () => gradient(60, 40).webp().toBuffer();

/** A JPEG with one more segment behind its first two bytes. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** A WebP whose first chunk is followed by these. */
export function riff(...chunks: [type: string, data: Buffer][]): Buffer {
  const body = chunks.map(([type, data]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const all = Buffer.concat([Buffer.from('WEBP'), ...body]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(all.length, 4);
  return Buffer.concat([head, all]);
}

export async function animatedWebp(frames: number): Promise<Buffer> {
  const all = Array.from({ length: frames }, (_, index) =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: { r: index * 40, g: 0, b: 0 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(all), { join: { animated: true } })
    .webp({ loop: 0, delay: 100 })
    .toBuffer();
}
