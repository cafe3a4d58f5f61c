/** First and last code point, both included. */
export type UnicodeRange = readonly [first: number, last: number];

export const everyCharacter = 'U+0-10FFFF';

/** Reads the CSS `unicode-range` notation of fontsource: `U+0000-00FF,U+0131`. */
export function parseUnicodeRange(text: string): UnicodeRange[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** The other direction: the shortest notation of some code points. */
export function formatUnicodeRange(codePoints: Iterable<number>): string {
  const ranges: [first: number, last: number][] = [];
  for (const code of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && code <= last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join();
}

export function includes(ranges: readonly UnicodeRange[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
