import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CachedImage, packEntry, unpackEntry } from '../../../src/serve/cache/entry.ts';

const image: CachedImage = {
  bytes: Buffer.from('the bytes of a picture'),
  format: 'jpeg',
  width: 1200,
  height: 630,
  overBudget: false,
  fitted: true,
  clamped: false,
  createdAt: 1_700_000_000_000,
};
const file = packEntry(image);

/** A file whose sum is right, whatever it says. */
function sealed(content: Buffer): Buffer {
  const digest = createHash('sha256').update(content).digest();
  return Buffer.concat([Buffer.from('CSTOCK2\n'), digest, content]);
}

function sealedDescription(json: string, length = Buffer.byteLength(json)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return sealed(Buffer.concat([head, Buffer.from(json), image.bytes]));
}

describe('an entry', () => {
  it('comes back as it was packed', () => {
    expect(unpackEntry(file)).toEqual(image);
  });

  it.each([0, 1, 3_000_000])('comes back with an image of %d bytes', (length) => {
    const large = { ...image, bytes: randomBytes(length) };
    expect(unpackEntry(packEntry(large))!.bytes.equals(large.bytes)).toBe(true);
  });

  it('is nothing once any one of its bits has changed', () => {
    const trusted: string[] = [];
    for (let index = 0; index < file.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(file);
        changed[index]! ^= 1 << bit;
        if (unpackEntry(changed)) trusted.push(`bit ${bit} of byte ${index}`);
      }
    }
    expect(trusted).toEqual([]);
  });

  it('is nothing when it is cut short anywhere', () => {
    const trusted = Array.from(file.keys()).filter((length) => unpackEntry(file.subarray(0, length)));
    expect(trusted).toEqual([]);
  });

  it('is nothing when something follows it', () => {
    for (const more of ['\0', '\n', 'x'.repeat(1000), file]) {
      expect(unpackEntry(Buffer.concat([file, Buffer.from(more)]))).toBeUndefined();
    }
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['the magic alone', Buffer.from('CSTOCK2\n')],
    ['zeros', Buffer.alloc(4096)],
    ['an entry of the version before', Buffer.concat([Buffer.from('CSTOCK1\n'), file.subarray(8)])],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a sum over nothing', sealed(Buffer.alloc(0))],
    ['a huge length', Buffer.concat([file.subarray(0, 40), Buffer.alloc(4, 0xff), file.subarray(44)])],
  ])('is not %s', (_name, bytes) => {
    expect(unpackEntry(bytes)).toBeUndefined();
  });

  it.each([
    ['a huge length', sealedDescription('{"format":"jpeg"}', 0xffff_ffff)],
    ['a length that cuts its description short', sealedDescription('{"format":"jpeg"}', 5)],
    ['no description', sealedDescription('')],
    ['a description that is no JSON', sealedDescription('format: jpeg')],
    ['null for a description', sealedDescription('null')],
    ['a number for a description', sealedDescription('1')],
    ['a format we do not make', sealedDescription('{"format":"gif"}')],
  ])('is not a file with the right sum and %s', (_name, bytes) => {
    expect(unpackEntry(bytes)).toBeUndefined();
  });

  it('is read without an exception whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        unpackEntry(Buffer.from(bytes));
        unpackEntry(sealed(Buffer.from(bytes)));
        unpackEntry(sealedDescription(Buffer.from(bytes).toString('latin1')));
      }),
    );
  });
});
