import { crc32, deflateSync } from 'node:zlib';

/** A PNG that says how large it is, and packs to next to nothing: all of it is zero. */
export function bomb({ width, height, depth = 8, color = 0, interlaced = false }) {
  const samples = { 0: 1, 2: 3, 6: 4 }[color];
  const rowBytes = 1 + Math.ceil((width * samples * depth) / 8);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  const pixels = deflateSync(Buffer.alloc(Math.min(rowBytes * height, 400_000_000)), { level: 9 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
