import { undecodable } from './header.ts';

const signatureLength = 8;
/** A chunk is its length, its type, its data and its checksum. */
const frameLength = 12;

/** What the look of a picture depends on. */
const wanted = new Set('IHDR PLTE tRNS gAMA cHRM sRGB iCCP eXIf IDAT IEND'.split(' '));

/**
 * A PNG without the chunks that change none of its pixels, and without what is behind its end.
 * Texts may be compressed a thousandfold and there may be any number of them, and the decoder
 * keeps them all: a file of 2 MB would take gigabytes.
 *
 * @throws {ImageUnavailableError} a chunk goes on beyond the end of the file.
 */
export function withoutExtras(png: Buffer): Buffer {
  const kept = [png.subarray(0, signatureLength)];
  for (let start = signatureLength, type = ''; type !== 'IEND';) {
    if (start + frameLength > png.length) throw undecodable('its PNG breaks off');
    const end = start + frameLength + png.readUInt32BE(start);
    if (end > png.length) throw undecodable('its PNG breaks off');
    type = png.toString('latin1', start + 4, start + 8);
    if (wanted.has(type)) kept.push(png.subarray(start, end));
    start = end;
  }
  return Buffer.concat(kept);
}
