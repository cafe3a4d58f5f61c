import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * The body of an answer, unpacked and cut at a number of bytes. Not a byte more is unpacked or
 * waited for, however small it came.
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(response) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break; // which destroys the stream
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isCut: length > maxBytes };
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  switch (encoding) {
    case 'identity':
    case '':
      return response;
    case 'gzip':
    case 'x-gzip':
      return through(response, createGunzip());
    case 'deflate':
      return through(response, createInflate());
    case 'br':
      return through(response, createBrotliDecompress());
    default:
      throw new Error(`it came in the encoding "${encoding}"`);
  }
}

/** An error on either side ends both, and is thrown by whoever reads. */
function through<Unpacker extends NodeJS.ReadWriteStream & Readable>(
  response: IncomingMessage,
  unpacker: Unpacker,
): Unpacker {
  pipeline(response, unpacker, () => {});
  return unpacker;
}
