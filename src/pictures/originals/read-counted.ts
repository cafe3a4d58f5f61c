/** All bytes of a stream; nothing where there are more than `maxBytes`, and the rest is not waited for. */
export async function readCounted(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined; // which ends the stream
    kept.push(chunk);
  }
  return Buffer.concat(kept, length);
}
