import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { chunk, header, png, rows, signature } from './png.ts';
import { animatedWebp, goodJpeg, goodPng, goodWebp, gradient, riff, withSegment } from './pictures.ts';

type Make = () => Buffer | Promise<Buffer>;

/** What no file that leaves us may say. */
export const secret = 'SECRET-OF-THE-CAMERA';

const text =
  (content: string): Make =>
  () =>
    Buffer.from(content, 'latin1');
const cut =
  (good: () => Promise<Buffer>, share: number): Make =>
  async () => {
    const bytes = await good();
    return bytes.subarray(0, Math.floor(bytes.length * share));
  };
const followedBy =
  (good: () => Promise<Buffer>, tail: string | Buffer): Make =>
  async () =>
    Buffer.concat([await good(), Buffer.from(tail as string, 'latin1')]);
const magics = {
  PNG: signature,
  JPEG: Buffer.from([0xff, 0xd8, 0xff]),
  WebP: Buffer.from('RIFF\x10\0\0\0WEBP'),
};
const one = rows(1, 1, 24);

/** Files of other kinds, which no decoder may see. */
export const foreign: Readonly<Record<string, Make>> = {
  GIF: async () => gradient(8, 8).gif().toBuffer(),
  TIFF: async () => gradient(8, 8).tiff().toBuffer(),
  AVIF: async () => gradient(8, 8).avif({ effort: 0 }).toBuffer(),
  SVG: text(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
  ),
  'SVG with a declaration': text(
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>',
  ),
  HEIF: text(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(64)}`),
  PDF: text('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF'),
  PostScript: text('%!PS-Adobe-3.0\n'),
  ICO: text(`\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0${'\0'.repeat(64)}`),
  'an ICO with a PNG inside': async () =>
    Buffer.concat([Buffer.from('\0\0\x01\0\x01\0', 'latin1'), await goodPng()]),
  BMP: text(`BM${'\0'.repeat(64)}`),
  ZIP: text('PK\x03\x04\x14\0\0\0\0\0'),
  HTML: text('<!doctype html><img src=x onerror=alert(1)>'),
  'a GIF header before a PNG': async () => Buffer.concat([Buffer.from('GIF89a'), await goodPng()]),
  'a space before a PNG': async () => Buffer.concat([Buffer.from(' '), await goodPng()]),
  'JPEG XL': text('\xff\x0a\xfa\x1f'),
  'JPEG 2000': text('\0\0\0\x0cjP  \r\n\x87\n'),
  PPM: text('P6 1 1 255 abc'),
  PSD: text('8BPS\0\x01'),
  OpenEXR: text('v/1\x01\x02\0\0\0'),
  'Radiance HDR': text('#?RADIANCE\n\n-Y 1 +X 1\nabcd'),
  FITS: text('SIMPLE  =                    T'),
  'a WAV': text('RIFF\x10\0\0\0WAVEfmt '),
};

/** Broken and oversized files of the right kinds. */
export const refused: Readonly<Record<string, Make>> = {
  nothing: text(''),
  'a byte': text('\x89'),
  ...Object.fromEntries(
    Object.entries(magics).flatMap(([name, magic]) => [
      [`the magic bytes of ${name} alone`, () => magic],
      [`the magic bytes of ${name} but the last`, () => magic.subarray(0, -1)],
      [`random bytes behind the magic of ${name}`, () => Buffer.concat([magic, randomBytes(4096)])],
      [`zeros behind the magic of ${name}`, () => Buffer.concat([magic, Buffer.alloc(4096)])],
      [
        `HTML behind the magic of ${name}`,
        () => Buffer.concat([magic, Buffer.from('<script>alert(1)</script>')]),
      ],
    ]),
  ),
  'half a PNG': cut(goodPng, 0.5),
  'half a JPEG': cut(goodJpeg, 0.5),
  'half a WebP': cut(goodWebp, 0.5),
  'the header of a PNG': cut(goodPng, 0.02),
  'the header of a JPEG': cut(goodJpeg, 0.05),
  'the header of a WebP': cut(goodWebp, 0.05),
  'a PNG that claims 100,000 × 100,000': () => png(header({ width: 100_000, height: 100_000 }), one),
  'a PNG that claims the most there is': () => png(header({ width: 2 ** 31 - 1, height: 2 ** 31 - 1 }), one),
  'a PNG that claims a negative width': () => png(header({ width: 2 ** 32 - 1, height: 1 }), one),
  'a PNG of 6,000 × 6,000': () =>
    png(header({ width: 6000, height: 6000, depth: 1, colour: 0 }), rows(6000, 6000, 1)),
  'a PNG of 100,000 × 1': () =>
    png(header({ width: 100_000, height: 1, depth: 1, colour: 0 }), rows(100_000, 1, 1)),
  'a PNG of 1 × 16,385': () =>
    png(header({ width: 1, height: 16_385, depth: 1, colour: 0 }), rows(1, 16_385, 1)),
  'a PNG of 4,000 × 4,000 with pixels of eight bytes': () =>
    png(header({ width: 4000, height: 4000, depth: 16, colour: 6 }), rows(4000, 4000, 64)),
  'a PNG of 20,000 × 20,000': () =>
    png(header({ width: 20_000, height: 20_000, depth: 1, colour: 0 }), rows(20_000, 20_000, 1)),
  'an interlaced PNG of 10,000 × 10,000': () =>
    png(header({ width: 10_000, height: 10_000, interlace: 1 }), one),
  'a PNG without width': () => png(header({ width: 0, height: 1 }), one),
  'a PNG without height': () => png(header({ width: 1, height: 0 }), one),
  'a PNG without pixels': () => png(header({ width: 1, height: 1 })),
  'a PNG without header': () => png(one),
  'a PNG of a colour type there is not': () => png(header({ width: 1, height: 1, colour: 5 }), one),
  'a PNG of a depth there is not': () => png(header({ width: 1, height: 1, depth: 3 }), one),
  'a PNG with too few rows': () => png(header({ width: 100, height: 100 }), rows(100, 10, 24)),
  'a PNG with a palette that is missing': () =>
    png(header({ width: 1, height: 1, colour: 3 }), rows(1, 1, 8)),
  'a PNG whose header fails its checksum': async () => {
    const bytes = Buffer.from(await goodPng());
    bytes[30] = bytes[30]! ^ 0xff;
    return bytes;
  },
  'a PNG whose pixels fail their checksum': () =>
    png(header({ width: 1, height: 1 }), chunk('IDAT', deflateSync(Buffer.alloc(4)), 1)),
  'a PNG whose pixels are no deflate stream': () =>
    png(header({ width: 9, height: 9 }), chunk('IDAT', randomBytes(300))),
  'a JPEG that claims 65,500 × 65,500': async () => {
    const bytes = Buffer.from(await goodJpeg());
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(65_500, frame + 5);
    bytes.writeUInt16BE(65_500, frame + 7);
    return bytes;
  },
  'a JPEG without height': async () => {
    const bytes = Buffer.from(await goodJpeg());
    bytes.writeUInt16BE(0, bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    return bytes;
  },
  'a JPEG without pixels': async () => {
    const bytes = await goodJpeg();
    return Buffer.concat([
      bytes.subarray(0, bytes.indexOf(Buffer.from([0xff, 0xda]))),
      Buffer.from([0xff, 0xd9]),
    ]);
  },
  'a WebP that claims 16,383 × 16,383': () =>
    riff(['VP8X', Buffer.from([2, 0, 0, 0, 0xfe, 0x3f, 0, 0xfe, 0x3f, 0])], ['ANIM', Buffer.alloc(6)]),
  'a WebP with a canvas and nothing on it': () => riff(['VP8X', Buffer.from([0, 0, 0, 0, 8, 0, 0, 8, 0, 0])]),
  'a WebP whose pixels are random': () =>
    riff(['VP8L', Buffer.concat([Buffer.from([0x2f]), randomBytes(300)])]),
};

/** Files that are odd and still pictures: what comes of them is small and has nothing else in it. */
export const drawn: Readonly<Record<string, Make>> = {
  'a PNG of 16 bits': async () => gradient(700, 40, 4).toColourspace('rgb16').png().toBuffer(),
  'an interlaced PNG': async () => gradient(700, 600).png({ progressive: true }).toBuffer(),
  'a PNG with a palette': async () => gradient(60, 40, 4).png({ palette: true }).toBuffer(),
  'a PNG of one bit': () => png(header({ width: 900, height: 9, depth: 1, colour: 0 }), rows(900, 9, 1)),
  'a grey PNG with alpha': () => png(header({ width: 9, height: 9, colour: 4 }), rows(9, 9, 16)),
  'a PNG of 4,096 × 4,096': () =>
    png(header({ width: 4096, height: 4096, depth: 1, colour: 0 }), rows(4096, 4096, 1)),
  'a PNG of 16,384 × 1': () =>
    png(header({ width: 16_384, height: 1, depth: 1, colour: 0 }), rows(16_384, 1, 1)),
  'a PNG with a text': () => png(header({ width: 1, height: 1 }), chunk('tEXt', `Comment\0${secret}`), one),
  'a PNG with a thousand texts': () =>
    png(header({ width: 1, height: 1 }), ...Array<Buffer>(1000).fill(chunk('tEXt', `a\0${secret}`)), one),
  'a PNG with a hundred texts of 7 MB': () =>
    png(header({ width: 1, height: 1 }), ...Array<Buffer>(100).fill(chunk('zTXt', textBomb())), one),
  'a PNG with a colour profile of 7 MB': () =>
    png(header({ width: 1, height: 1 }), chunk('iCCP', textBomb()), one),
  'an animated PNG': async () => {
    const bytes = await goodPng();
    const frames = Buffer.concat([chunk('acTL', '\0\0\0\x02\0\0\0\0'), chunk('fdAT', secret)]);
    return Buffer.concat([bytes.subarray(0, 33), frames, bytes.subarray(33)]);
  },
  'a PNG with a colour profile of junk': () =>
    png(
      header({ width: 1, height: 1 }),
      chunk('iCCP', Buffer.concat([Buffer.from(`a\0\0`), deflateSync(secret)])),
      one,
    ),
  'a PNG that is a ZIP too': followedBy(goodPng, `PK\x03\x04${secret}`),
  'a PNG that is HTML too': followedBy(goodPng, `<script>alert("${secret}")</script>`),
  'a PNG behind a PNG': async () => Buffer.concat([await goodPng(), await goodPng(), Buffer.from(secret)]),
  'a JPEG that is a ZIP too': followedBy(goodJpeg, `PK\x03\x04${secret}`),
  'a JPEG with a PHP comment': async () =>
    withSegment(await goodJpeg(), 0xfe, Buffer.from(`<?php ${secret}`)),
  'a JPEG with EXIF of junk': async () =>
    withSegment(await goodJpeg(), 0xe1, Buffer.from(`Exif\0\0II*\0\xff\xff\xff\xff${secret}`, 'latin1')),
  'a JPEG with as much EXIF as there can be': async () =>
    withSegment(await goodJpeg(), 0xe1, Buffer.from(`Exif\0\0${secret}`.padEnd(65_000, 'x'))),
  'a JPEG with twenty times that': async () => {
    const segment = Buffer.from(`Exif\0\0${secret}`.padEnd(65_000, 'x'));
    let bytes: Buffer = await goodJpeg();
    for (let time = 0; time < 20; time += 1) bytes = withSegment(bytes, 0xe1, segment);
    return bytes;
  },
  'a JPEG with real EXIF': async () =>
    gradient(60, 40)
      .withExif({ IFD0: { Copyright: secret }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer(),
  'a JPEG with XMP': async () =>
    gradient(60, 40)
      .withXmp(`<?xml version="1.0"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`)
      .jpeg()
      .toBuffer(),
  'a JPEG with a colour profile': async () => gradient(60, 40).withIccProfile('p3').jpeg().toBuffer(),
  'a JPEG with a colour profile of junk': async () =>
    withSegment(
      await goodJpeg(),
      0xe2,
      Buffer.from(`ICC_PROFILE\0\x01\x01${secret}${'\xff'.repeat(200)}`, 'latin1'),
    ),
  'a JPEG in CMYK': async () => gradient(60, 40).toColourspace('cmyk').jpeg().toBuffer(),
  'a progressive JPEG': async () => gradient(700, 600).jpeg({ progressive: true }).toBuffer(),
  'a grey JPEG': async () => gradient(60, 40).toColourspace('b-w').jpeg().toBuffer(),
  'an animated WebP': async () => animatedWebp(5),
  'a lossless WebP with alpha': async () =>
    gradient(700, 600, 4).webp({ lossless: true, effort: 0 }).toBuffer(),
  'a WebP that is HTML too': followedBy(goodWebp, `<script>alert("${secret}")</script>`),
  'a WebP with EXIF': async () =>
    gradient(60, 40)
      .withExif({ IFD0: { Copyright: secret } })
      .webp()
      .toBuffer(),
};

function textBomb(): Buffer {
  return Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(7_000_000, 'x'), { level: 1 })]);
}
