import { undecodable } from '../../card/pictures/header.ts';
import { pictureTypeOf } from '../verify/kinds.ts';

/** As many as tell what a picture is. */
const headBytes = 12;

/**
 * All bytes of a stream that begins as a picture does: of a film that lies among pictures no
 * more is read than its first bytes.
 *
 * @throws {ImageUnavailableError} it begins otherwise, or has more than `maxBytes`.
 */
export async function readHeadFirst(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let length = 0;
  let isChecked = false;
  for await (const chunk of chunks) {
    kept.push(chunk);
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge(maxBytes);
    if (isChecked || length < headBytes) continue;
    checkHead(Buffer.concat(kept));
    isChecked = true;
  }
  const bytes = Buffer.concat(kept, length);
  if (!isChecked) checkHead(bytes);
  return bytes;
}

/** Of what says how large it is before it is read. */
export function checkSize(byteLength: number, maxBytes: number): void {
  if (byteLength > maxBytes) throw tooLarge(maxBytes);
}

function checkHead(bytes: Buffer): void {
  if (bytes.length === 0) throw undecodable('it is empty');
  if (!pictureTypeOf(bytes)) throw undecodable('it is no picture by its first bytes');
}

function tooLarge(maxBytes: number) {
  return undecodable(`it has more than ${maxBytes} bytes`);
}
