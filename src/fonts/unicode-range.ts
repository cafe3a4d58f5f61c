/** First and last code point, both included. */
export type UnicodeRange = readonly [first: number, last: number];

/** Reads the CSS `unicode-range` notation of fontsource: `U+0000-00FF,U+0131`. */
export function parseUnicodeRange(text: string): UnicodeRange[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** Whether any of the code points lies in the ranges. */
export function covers(ranges: readonly UnicodeRange[], codePoints: Iterable<number>): boolean {
  for (const codePoint of codePoints) {
    if (ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) return true;
  }
  return false;
}
