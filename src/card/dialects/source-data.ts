/** A picture that is given as its bytes, as `fetch` and `readFile` give them, as a data URL. */
export function sourceOf(source: unknown): unknown {
  const isBytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source);
  if (!isBytes) return source;
  const bytes = ArrayBuffer.isView(source)
    ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    : Buffer.from(source);
  // Browsers look for themselves what kind of picture it is, except for the one that is text.
  const type = /^\s*</.test(bytes.toString('latin1', 0, 64)) ? 'svg+xml' : 'png';
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}
