const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** A space that a line may break at; `8 h 30` is held together by others. */
const space = /[^\S\u00a0\u2007\u202f\ufeff]/;
/** Scripts that set no spaces between their words. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}、。，．！？：；「」『』（）]/u;
/** What waits for more: opening brackets and quotes, dashes, and points that an ellipsis stands for. */
const dangling = /[\s.,;:–—\-…、。，．：；・·/|&(（[［{「『【《〈«‹“‘„‚¿¡،؛۔।]$/u;

/**
 * A text of at most so many UTF-16 code units: cut behind a word, never through a character
 * that people see as one, with an ellipsis. Where a script sets no spaces, a dictionary knows its
 * words. A single word that is too long is cut where it is full.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // One character is seldom longer than this; the segmenter is slow over a whole chapter.
  const near = text.slice(0, maxLength + 32);
  const end = lastWordEnd(near, maxLength - 1);
  const kept = near.slice(0, end > maxLength / 2 ? end : lastGraphemeEnd(near, maxLength - 1));
  return `${withoutDangling(kept) || kept.trimEnd()}…`;
}

function lastWordEnd(text: string, limit: number): number {
  let last = 0;
  for (const { index } of words.segment(text)) {
    if (index > limit) break;
    if (isBetweenWords(text, index)) last = index;
  }
  return last;
}

function isBetweenWords(text: string, index: number): boolean {
  const [before, after] = [text.charAt(index - 1), text.charAt(index)];
  return space.test(before) || space.test(after) || unspaced.test(before) || unspaced.test(after);
}

function lastGraphemeEnd(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}

function withoutDangling(text: string): string {
  let kept = text;
  while (dangling.test(kept) || isOpenQuote(kept)) kept = kept.slice(0, -1);
  return kept;
}

/** A straight quote that nothing closes. */
function isOpenQuote(text: string): boolean {
  return text.endsWith('"') && text.split('"').length % 2 === 0;
}
