// A bucket of many small pictures, in a process of its own: what is measured is who imports them.
import sharp from 'sharp';
import { S3Server } from '../test/support/aws/s3-server.ts';

const [count = '20000'] = process.argv.slice(2);
const kinds = 100;

/** Of 10 to 40 kB. */
async function picture(seed) {
  const [width, height] = [160 + seed, 120 + seed];
  const data = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, at) => (at * 7 + seed * 13 + ((at * at) >> 9)) % 256),
  );
  const drawn = sharp(data, { raw: { width, height, channels: 3 } });
  return seed % 3 ? drawn.jpeg({ quality: 80 }).toBuffer() : drawn.webp({ quality: 80 }).toBuffer();
}

const s3 = await S3Server.start({ buckets: ['theirs', 'ours'] });
const pictures = await Promise.all(Array.from({ length: kinds }, (_, seed) => picture(seed)));
let bytes = 0;
for (let at = 0; at < Number(count); at += 1) {
  const body = pictures[at % kinds];
  bytes += body.length;
  const key = `uploads/${String(at % 50).padStart(2, '0')}/${String(at).padStart(7, '0')}.${(at % kinds) % 3 ? 'jpg' : 'webp'}`;
  s3.objects('theirs').set(key, {
    body,
    headers: {},
    checksums: {},
    etag: `"${at}"`,
    lastModified: new Date(),
  });
}
process.send({ environment: s3.environment, bytes });
