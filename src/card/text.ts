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
  return cleaned(text).trim();
}

/** The same for code, whose first line may begin with spaces: blank lines before it go, and all space behind. */
export function normalizeCode(code: string): string {
  return cleaned(code)
    .trimEnd()
    .replace(/^(?:[^\S\n]*\n)+/, '');
}

function cleaned(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').normalize('NFC');
}

/** What keeps words together is no mere space: `8 h 30` and `« Demain »` must not break. */
const breaks = /[\t\n\f\r \u0085\u2028\u2029]/;
const spaces = /[\t\n\f\r \u0085\u00a0\u2028\u2029\u202f]+/g;
const nothingSeen = /[\s\u200b\u2060]/;

/** A text as one line; no-break spaces stay where they stand alone. */
export function oneLine(text: string): string {
  return trimmed(text.replaceAll(spaces, (run) => (breaks.test(run) ? ' ' : run.charAt(0))));
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && nothingSeen.test(text.charAt(start))) start += 1;
  while (end > start && nothingSeen.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
