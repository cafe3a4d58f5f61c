/**
 * Text of strangers in a log or on a terminal: nothing in it begins a line, moves the cursor or
 * turns what follows around, and it goes on no longer than `maxLength`.
 */
export function oneLine(text: string, maxLength = 2_000): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength).toWellFormed()}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
