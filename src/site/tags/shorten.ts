const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text of at most so many UTF-16 code units: cut behind a word, never through a character
 * that people see as one, with an ellipsis. A text without spaces is cut where it is full.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // One character is seldom longer than this; the segmenter is slow over a whole chapter.
  const near = text.slice(0, maxLength + 32);
  let end = 0;
  for (const { index, segment } of graphemes.segment(near)) {
    if (index + segment.length > maxLength - 1) break;
    end = index + segment.length;
  }
  const cut = near.slice(0, end);
  const isWhole = /\s/.test(near.charAt(end));
  const words = isWhole ? cut : cut.replace(/\s+\S*$/, '');
  const kept = words.length > maxLength / 2 ? words : cut;
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}
