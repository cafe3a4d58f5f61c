/** Text of strangers on a terminal: nothing in it moves the cursor or turns what follows around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
