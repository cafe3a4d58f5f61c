import { undecodable } from '../../card/pictures/header.ts';

/** More take a decoder minutes: each is laid over all before it. */
export const maxFrames = 5_000;

const [image, extension] = [0x2c, 0x21];
const headLength = 13;
const descriptorLength = 10;

/**
 * Refuses an animation of too many frames before a decoder counts them itself: two megabytes of
 * GIF can be a hundred thousand.
 *
 * @throws {ImageUnavailableError} it has more than `maxFrames`.
 */
export function checkFrames(bytes: Buffer): void {
  const isGif = bytes.toString('latin1', 0, 4) === 'GIF8';
  const isWebp = bytes.toString('latin1', 8, 12) === 'WEBP';
  if ((isGif && hasMore(framesOfGif(bytes))) || (isWebp && hasMore(framesOfWebp(bytes)))) throw tooMany();
}

export function tooMany(): Error {
  return undecodable(`it has more than ${maxFrames} frames`);
}

function hasMore(frames: Iterator<number>): boolean {
  for (let count = 0; count <= maxFrames; count += 1) if (frames.next().done) return false;
  return true;
}

/** Where each begins; what is no block of a GIF ends it, as for its decoder. */
function* framesOfGif(bytes: Buffer): Generator<number> {
  let at = headLength + tableLength(bytes[10]);
  while (bytes[at] === image || bytes[at] === extension) {
    if (bytes[at] === image) {
      yield at;
      at += descriptorLength + tableLength(bytes[at + 9]) + 1;
    } else at += 2;
    while (bytes[at]) at += bytes[at]! + 1;
    at += 1;
  }
}

function* framesOfWebp(bytes: Buffer): Generator<number> {
  for (let at = 12; at + 8 <= bytes.length;) {
    if (bytes.toString('latin1', at, at + 4) === 'ANMF') yield at;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
}

/** Of the colours that flags announce. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
