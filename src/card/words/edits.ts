import MagicString from 'magic-string';

/** A stretch of a text, from its first character to what follows it, that is to be another one. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** No two of the edits may share a character. */
export function edited(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  const result = new MagicString(source);
  for (const { start, end, text } of edits) {
    if (start === end) result.appendLeft(start, text);
    else result.update(start, end, text);
  }
  return result.toString();
}
