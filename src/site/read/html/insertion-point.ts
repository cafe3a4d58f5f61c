import { standardName } from './encoding.ts';
import type { Tags } from './tags.ts';
import { withEndTag } from './splice.ts';

export interface InsertionPoint {
  /** In characters of the text; always right behind a tag, so that all space between it and ours is ours. */
  readonly at: number;
  /** What stands before each of our tags: a line break and an indentation, or nothing where the file has none. */
  readonly separator: string;
}

/** Where the standard wants the charset to be; a browser that has not found it by then has guessed. */
const charsetEndsWithin = 1024;

/**
 * The place for tags in a page: behind its charset, which must stay within the first 1024
 * bytes; else where the head begins; else where the parser would begin one.
 */
export function insertionPoint(text: string, { charset, openings }: Tags): InsertionPoint {
  if (charset?.isInHead && standardName(charset.label) && charset.end <= charsetEndsWithin) {
    const at = withEndTag(text, charset.end);
    return { at, separator: breakBefore(text, charset.start) ?? breakAfter(text, at) };
  }
  const opening = openings.head ?? openings.html ?? openings.doctype;
  const at = opening?.end ?? /^\s*<\?xml[^>]*>/.exec(text)?.[0].length ?? 0;
  return { at, separator: at === 0 ? '' : breakAfter(text, at) };
}

/** The line break and indentation of a tag that begins its line. */
function breakBefore(text: string, start: number): string | undefined {
  return /(?:\r\n|[\n\r])[\t ]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0];
}

/** The line break and indentation of what follows; blank lines between do not count. */
function breakAfter(text: string, end: number): string {
  const space = /^[\t\n\f\r ]*/.exec(text.slice(end, end + 400))![0];
  return /(?:\r\n|[\n\r])[\t ]*$/.exec(space)?.[0] ?? '';
}
