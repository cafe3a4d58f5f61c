// C0 and C1 controls except tab and newline: no font draws them, and NUL breaks tools downstream.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The usual way to write a code point, as in `U+1F600`. */
export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * One spelling for one well-formed text, so that the same meaning gives the same key:
 * NFC, `\n` for line ends, no control characters, no space around. Applying it twice
 * changes nothing.
 */
export function normalizeText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').normalize('NFC').trim();
}
