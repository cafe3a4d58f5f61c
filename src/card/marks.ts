import { h, type VNode } from 'preact';

export type MarkKind = 'code' | 'em' | 'strong';

/** Some words of a text, and what they are marked as. */
export interface Marked {
  readonly kind: MarkKind | 'plain';
  readonly text: string;
}

// Scripts that set no spaces between words: there a mark may stand between two letters.
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]`;
const letter = String.raw`(?!${unspaced})[\p{L}\p{M}\p{N}]`;
// What `*.ts`, `**/`, `2 * 3` and `5*` have not on both sides.
const opens = String.raw`(?<![*\\])(?<!${letter})`;
const begins = String.raw`(?=[\p{L}\p{N}\p{Ps}\p{Pi}\p{S}"'¿¡])(?!\x60)`;
const closes = (mark: string) => String.raw`(?<=\S)${mark}(?!\*)(?!${letter})`;
const between = (mark: string) => String.raw`${opens}${mark}${begins}([^*\x60]+)${closes(mark)}`;

/** No repetition can take what another one could: the time grows as the text does. */
const marks = new RegExp(
  String.raw`(?<!\x60)\x60([^\x60]+)\x60(?!\x60)|${between(String.raw`\*\*`)}|${between(String.raw`\*`)}`,
  'gu',
);
/** Most texts are not, and the marks are looked for at each letter. */
const mayBeMarked = /[*`]/;
const kinds: readonly MarkKind[] = ['code', 'strong', 'em'];

/**
 * The words of a text by their marks: `code` in backticks, *emphasis*, **strong**. Marks that
 * have no partner, and signs that are none (`*.ts`, `2 * 3`, `snake_case`), are left as they are.
 */
export function readMarks(text: string): Marked[] {
  if (!mayBeMarked.test(text)) return text === '' ? [] : [{ kind: 'plain', text }];
  const words: Marked[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const marked = match[at + 1]!;
    if (marked.trim() === '') continue;
    if (match.index > end) words.push({ kind: 'plain', text: text.slice(end, match.index) });
    words.push({ kind: kinds[at]!, text: marked });
    end = match.index + match[0].length;
  }
  if (end < text.length) words.push({ kind: 'plain', text: text.slice(end) });
  return words;
}

/** A text with its marks taken off, for places that show none. */
export function plainText(text: string): string {
  if (!mayBeMarked.test(text)) return text;
  return readMarks(text)
    .map((words) => words.text)
    .join('');
}

/** A text whose marks are `<code>`, `<em>` and `<strong>`: elements, and never HTML. */
export function marked(text: string): (string | VNode)[] {
  return readMarks(text).map(({ kind, text: words }) => (kind === 'plain' ? words : h(kind, null, words)));
}
